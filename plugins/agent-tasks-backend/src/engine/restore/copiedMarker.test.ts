import { markerLine } from '../../domain/prompt/marker';
import { EngineHarness, engineHarness } from '../testing/engineHarness';
import { LookBack } from './LookBack';

describe('a marker that somebody copied', () => {
  let engine: EngineHarness;
  beforeEach(async () => {
    engine = await engineHarness();
  });
  afterEach(() => engine.close());

  it('behind other words is neither adopted nor taken for a restore', async () => {
    const id = await engine.submit();
    await engine.run('preflight');
    const { marker, repository } = await engine.task(id);
    await engine.provider.start(
      {
        repository: { ...repository, id: '77' },
        prompt: `Do something else.\n\n${markerLine(marker ?? '')}`,
        baseRef: 'main',
        createPullRequest: true,
      },
      { identityId: 'portal', host: 'github.com', token: 'token' },
      () => true,
    );
    engine.parts.lookBack = new LookBack();
    await engine.run('sweep');
    expect(await engine.task(id)).toMatchObject({
      phase: 'queued',
      providerTaskId: null,
    });
    await engine.run('dispatch');
    expect(await engine.task(id)).toMatchObject({
      phase: 'tracking',
      providerTaskId: 'p2',
    });
  });
});
