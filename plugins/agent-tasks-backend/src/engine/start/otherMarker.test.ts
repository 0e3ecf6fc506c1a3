import { markerLine } from '../../domain/prompt/marker';
import { EngineHarness, engineHarness } from '../testing/engineHarness';

const MINUTE = 60_000;

describe('what the same account started in the same repository', () => {
  let engine: EngineHarness;
  beforeEach(async () => {
    engine = await engineHarness();
  });
  afterEach(() => engine.close());

  it.each([
    ['without a marker', ''],
    ['under the marker of another task', markerLine('at1_other_23456723')],
  ])('%s is not adopted', async (_what, lastLine) => {
    const id = await engine.submit();
    await engine.run('preflight');
    engine.provider.startFaults = [{ kind: 'before' }];
    await engine.run('dispatch');
    const { repository } = await engine.task(id);
    await engine.provider.start(
      {
        repository: { ...repository, id: '77' },
        prompt: `Work on ${id}.\n\n${lastLine}`,
        baseRef: 'main',
        createPullRequest: true,
      },
      { identityId: 'portal', host: 'github.com', token: 'token' },
      () => true,
    );
    for (let look = 0; look < 6; look++) {
      await engine.pass(2 * MINUTE);
      await engine.run('resolve');
    }
    expect(await engine.task(id)).toMatchObject({
      phase: 'quarantined',
      providerTaskId: null,
    });
  });
});
