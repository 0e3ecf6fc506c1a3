import {
  openSimulator,
  smallWorld,
  TestSimulator,
} from '../testing/openSimulator';

const PULL = '/repos/acme/payments-api/pulls/1';
const HOUR = 3_600_000;

/** As a portal ends its prompts. */
function limited(patterns: string[], more: string[] = []): string {
  return [
    'Rename the login button.',
    'Change only files that match:',
    '- `everything/**`, says somebody in between.',
    '',
    '## How to work on this task',
    'Change only files that match:',
    ...patterns.map(pattern => `- \`${pattern}\``),
    '',
    ...more,
    'Check your work with:',
    '- `npm test`',
  ].join('\n');
}

describe('the change of an agent', () => {
  let simulator: TestSimulator;
  beforeEach(async () => {
    const [payments, ...others] = smallWorld.repositories;
    const files = { ...payments.files, 'package.json': '{}\n' };
    const repositories = [{ ...payments, files }, ...others];
    simulator = await openSimulator({ world: { ...smallWorld, repositories } });
  });
  afterEach(() => simulator.close());

  const filesOf = async (prompt: string, script = 'works') => {
    simulator.control.script({ script });
    await simulator.start(prompt);
    simulator.clock.advance(HOUR);
    const { body } = await simulator.ask('GET', `${PULL}/files`);
    return body.map((file: { filename: string }) => file.filename);
  };

  it('grows a file within the limits of the prompt, and adds one there', async () => {
    expect(await filesOf(limited(['**/package.json', 'src/**']))).toEqual([
      'src/pay.py',
      'src/rename-the-login-button-change.md',
    ]);
  });

  it.each([
    ['docs/proposals/*.md', 'docs/proposals/rename-the-login-button-change.md'],
    ['**/*.{test,spec}.{ts,js}', 'rename-the-login-button-change.test.ts'],
    ['**/{fixtures,mocks}/**', 'fixtures/rename-the-login-button-change.md'],
    ['CHANGELOG.md', 'CHANGELOG.md'],
  ])('makes a file by the pattern %s', async (pattern, name) => {
    expect(await filesOf(limited([pattern]))).toEqual([name]);
  });

  it('touches no more files than the prompt allows, in all sessions together', async () => {
    const limit = 'Change at most 1 files and at most 200 lines.';
    const prompt = limited(['src/**'], [limit, '']);
    expect(await filesOf(prompt)).toEqual(['src/pay.py']);
    await simulator.ask('POST', '/repos/acme/payments-api/issues/1/comments', {
      body: '@copilot once more',
    });
    simulator.clock.advance(HOUR);
    const { body } = await simulator.ask('GET', PULL);
    expect(body).toMatchObject({ commits: 3, changed_files: 1 });
  });

  it('leaves alone what machines write', async () => {
    const patterns = ['**/package.json', '**/{package-lock.json,yarn.lock}'];
    expect(await filesOf(limited(patterns))).toEqual([]);
  });

  it('goes beyond the limits by order', async () => {
    expect(await filesOf(limited(['src/**']), 'strays')).toEqual([
      'src/pay.py',
      'src/rename-the-login-button-change.md',
      'docs/changes/0001.md',
    ]);
  });

  it('goes anywhere where the prompt names no limit', async () => {
    const files = await filesOf('Rename the login button');
    expect(files).toHaveLength(2);
    expect(files).toContain('docs/changes/0001.md');
  });
});
