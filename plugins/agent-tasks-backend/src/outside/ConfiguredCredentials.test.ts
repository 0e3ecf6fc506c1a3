import { describeCredentialProviderContract } from '@agent-tasks/backstage-plugin-agent-tasks-node/testUtils';
import { ConfiguredCredentials } from './ConfiguredCredentials';

const tokens = [
  { id: 'portal', host: 'github.com', token: 'one' },
  { id: 'other', host: 'github.com', token: 'two' },
];
const ask = { identityId: 'portal', host: 'github.com' };

describeCredentialProviderContract('ConfiguredCredentials', {
  createWorld: async () => ({
    credentials: new ConfiguredCredentials(tokens, () => 0),
    ask,
    otherAsk: { identityId: 'other', host: 'github.com' },
  }),
});

it('tries a refused token again after ten minutes', async () => {
  let now = 0;
  const credentials = new ConfiguredCredentials(tokens, () => now);
  const [portal] = tokens;
  await credentials.refused(ask, { identityId: 'portal', ...portal });
  now = 10 * 60_000 - 1;
  expect((await credentials.credential(ask)).kind).toBe('invalid');
  now += 1;
  expect((await credentials.credential(ask)).kind).toBe('ready');
});

it('does not condemn a token for the refusal of another', async () => {
  const credentials = new ConfiguredCredentials(tokens, () => 0);
  await credentials.refused(ask, {
    identityId: 'portal',
    host: 'x',
    token: 'o',
  });
  expect((await credentials.credential(ask)).kind).toBe('ready');
});
