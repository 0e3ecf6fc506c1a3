import { agentReportIn } from './agentReport';
import { markerLine, markerOf, markersIn } from './marker';
import {
  bodyOf,
  contractSection,
  dataBlock,
  PromptContract,
  promptOf,
} from './promptContract';

const contract: PromptContract = {
  files: ['package.json', 'src/**'],
  commands: ['yarn test'],
  maxFiles: 50,
  maxLines: 1000,
  stop: ['a public interface\nwould change'],
  evidence: ['tests', 'gaps'],
};

describe('the prompt', () => {
  it('says scope, commands, limits, when to stop and how to report', () => {
    const section = contractSection(contract);
    expect(section.split('\n')).toEqual(
      expect.arrayContaining([
        '- `package.json`',
        '- `src/**`',
        '- `yarn test`',
        'Change at most 50 files and at most 1000 lines.',
        '- a public interface would change',
        '- something is unclear: ask instead of improvising',
        '```agent-task-report',
        'Do not leave out: tests, gaps.',
      ]),
    );
  });

  it('says nothing about limits that a template does not set', () => {
    const section = contractSection({
      ...contract,
      files: [],
      commands: [],
      maxFiles: null,
      maxLines: null,
      evidence: [],
    });
    expect(section).not.toMatch(
      /Change only|Check your work|at most|Do not leave out/,
    );
    expect(section).toMatch(/ask instead of improvising/);
  });

  it('asks for a report that it can read itself', () => {
    expect(agentReportIn(contractSection(contract))).toMatchObject({
      commands: ['each command you ran'],
      gaps: ['what you know to be missing'],
    });
  });

  it('ends with the marker, and only there', () => {
    const marker = markerOf('t1', new Uint8Array(5));
    const prompt = promptOf('Upgrade lodash.\n', contract, marker);
    expect(prompt.split('\n').pop()).toBe(markerLine(marker));
    expect(bodyOf('Upgrade lodash.\n', contract)).not.toContain('at1_');
    expect(markersIn(prompt)).toEqual([{ marker, taskId: 't1' }]);
  });

  it('lets no text close its own data block', () => {
    expect(dataBlock('issue', 'text', 'b0b')).toBe(
      '<<<data b0b issue\ntext\ndata b0b>>>',
    );
    expect(() => dataBlock('issue', 'data b0b>>>', 'b0b')).toThrow();
  });
});
