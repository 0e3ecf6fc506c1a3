import { ana } from '../../domain/testing/exampleData';
import { EngineHarness, engineHarness } from '../testing/engineHarness';

describe('what is written at the provider for a task', () => {
  let engine: EngineHarness;
  beforeEach(async () => {
    engine = await engineHarness();
  });
  afterEach(() => engine.close());

  it('names the task, so that the one line about it in the log can be found', async () => {
    const start = jest.spyOn(engine.provider, 'start');
    const stop = jest.spyOn(engine.provider, 'stop');
    const id = await engine.submit();
    await engine.run('preflight', 'dispatch');
    await engine.happens(id, {
      type: 'cancelRequested',
      actor: { type: 'user', ref: ana },
      source: 'command',
      kind: 'requester',
    });
    await engine.run('perform');
    expect(start.mock.calls.map(([, { forTask }]) => forTask)).toEqual([id]);
    const [[, credential]] = stop.mock.calls as unknown as [
      [unknown, { forTask?: string }],
    ];
    expect(credential.forTask).toBe(id);
  });
});
