import { mockServices } from '@backstage/backend-test-utils';
import { DEFAULT_ENGINE_SETTINGS } from '../engine/EngineSettings';
import {
  configOf,
  submissionHarness,
} from '../engine/submission/testing/submissionHarness';
import { checkLeases } from './checkLeases';
import { checkPolicyEditions } from './checkPolicyEditions';
import { portalSettingsOf } from './portalSettingsOf';
import { readAgentTasksConfig } from './readAgentTasksConfig';
import { setupGaps } from './setupGaps';

describe('policy versions', () => {
  it('may be started with again, be raised, and be taken out', async () => {
    const { store, close } = await submissionHarness();
    for (const config of [
      configOf(),
      configOf(),
      configOf({ policy: { version: 4, freeform: true } }),
      configOf({ policy: { id: 'other' } }),
    ]) {
      await expect(checkPolicyEditions(config, store)).resolves.toBeUndefined();
    }
    await close();
  });

  it('stop start-up when a policy changed and its version did not', async () => {
    const { store, close } = await submissionHarness();
    await checkPolicyEditions(configOf(), store);
    const changed = configOf({ policy: { freeform: true } });
    await expect(checkPolicyEditions(changed, store)).rejects.toThrow(
      'agentTasks.policies: services v3 changed while the version stayed the same',
    );
    await close();
  });
});

describe('an installation that is not finished', () => {
  it('is told what to add, one thing after the other', () => {
    const nothing = readAgentTasksConfig(mockServices.rootConfig(), {
      isProduction: true,
    });
    expect(setupGaps(nothing, 1)).toEqual([
      expect.stringMatching(/^Every task is refused: agentTasks\.policies/),
    ]);
    const policiesOnly = { ...configOf(), trustedLocations: [] };
    expect(setupGaps(policiesOnly, 0)).toEqual([
      expect.stringMatching(/^No task can start: .*-backend-module-github/),
      expect.stringMatching(/^No template is approved: agentTasks\.templates/),
    ]);
  });

  it('is silent once it is', () => {
    const whole = { ...configOf(), trustedLocations: ['url:https://x.test/'] };
    expect(setupGaps(whole, 1)).toEqual([]);
  });
});

describe('the lease', () => {
  const provider = { id: 'github-copilot', startTimeoutMs: 30_000 };

  it('is long enough as it comes', () => {
    expect(() =>
      checkLeases(DEFAULT_ENGINE_SETTINGS, [provider]),
    ).not.toThrow();
  });

  const checked = (lease: string) => () =>
    checkLeases(configOf({ agentTasks: { engine: { lease } } }).engine, [
      provider,
    ]);

  it('stops start-up when it may end while a start is still on its way', () => {
    expect(checked('PT1M40S')).toThrow('agentTasks.engine.lease');
    expect(checked('PT1M41S')).not.toThrow();
  });
});

it('tells people of identities without their tokens', () => {
  const settings = portalSettingsOf(configOf());
  expect(settings.identities).toEqual([
    { id: 'portal', type: 'token', host: 'github.com', owner: null },
  ]);
  expect(settings.policies).toEqual([
    expect.objectContaining({ id: 'services', version: 3 }),
  ]);
});
