import fc from 'fast-check';
import { agentReportIn, missingParts } from './agentReport';

fc.configureGlobal({ seed: 20261120 });

describe('agentReportIn', () => {
  const block = (json: string) =>
    `Done.\n\`\`\`agent-task-report\n${json}\n\`\`\`\n`;

  it('reads the last block', () => {
    const text =
      block('{"tests":["old"]}') +
      block('{"tests":["yarn test: 12 passed"],"confidence":"high"}');
    expect(agentReportIn(text)).toEqual({
      commands: [],
      tests: ['yarn test: 12 passed'],
      hosts: [],
      leftOut: [],
      confidence: 'high',
      gaps: [],
    });
  });

  it.each([
    ['no block', 'nothing'],
    ['no JSON', block('tests: all')],
    ['a list', block('[1]')],
    ['an open block', '```agent-task-report\n{"tests":[]}'],
    ['a block past its size', block(`{"gaps":["${'a'.repeat(30_000)}"]}`)],
  ])('%s is no report', (_name, text) => {
    expect(agentReportIn(text)).toBeNull();
  });

  it('caps and cleans what the agent claims', () => {
    const report = agentReportIn(
      block(
        JSON.stringify({
          gaps: Array(55).fill(`a\n\u202e${'b'.repeat(310)}`),
          tests: [{}, '', ' '],
        }),
      ),
    );
    expect(report?.gaps).toHaveLength(50);
    expect(report?.gaps[0]).toMatch(/^a b{200,299}$/);
    expect(report?.tests).toEqual([]);
  });

  it('never throws, whatever stands in the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), text => {
        expect(() => agentReportIn(block(text))).not.toThrow();
        expect(() => agentReportIn(text)).not.toThrow();
      }),
    );
  });

  it('names what a template insists on and the agent left out', () => {
    const report = agentReportIn(block('{"tests":["x"]}'));
    expect(missingParts(report, ['tests', 'gaps', 'confidence'])).toEqual([
      'confidence',
      'gaps',
    ]);
    expect(missingParts(null, ['tests'])).toEqual(['tests']);
  });
});
