import { AgentProvider } from '@agent-tasks/backstage-plugin-agent-tasks-node';
import { measuredProvider } from './measuredProvider';
import { FakeProvider } from './testing/FakeProvider';

/** Keeps its name where nobody else can read it, as classes may. */
class KeepsToItself extends FakeProvider {
  readonly #login = 'acme-agent';

  override async account() {
    return { ok: true as const, value: { id: '1', login: this.#login } };
  }
}

describe('a measured provider', () => {
  const credential = { identityId: 'portal', host: 'github.com', token: 't' };
  let measured: [string, string, number][];
  let now: number;
  beforeEach(() => {
    measured = [];
    now = 0;
  });

  const measure = (provider: AgentProvider) =>
    measuredProvider(
      provider,
      { providerRequest: (...one) => measured.push(one) },
      () => {
        now += 250;
        return now;
      },
    );

  it.each([
    [{ ok: true, value: {} }, 'ok'],
    [{ kind: 'created' }, 'ok'],
    [{ kind: 'sent' }, 'ok'],
    [{ ok: false, failure: { failureClass: 'rate_limited' } }, 'rate_limited'],
    [{ ok: false, failure: { failureClass: 'their own words' } }, 'unknown'],
    [{ kind: 'refused', failureClass: 'not_enabled' }, 'not_enabled'],
    [{ kind: 'turnedAway' }, 'rate_limited'],
    [{ kind: 'notSent', reason: 'guard' }, 'not_sent'],
    [{ kind: 'ambiguous', reason: 'timeout' }, 'unknown'],
    [{ kind: 'unclear' }, 'unknown'],
  ])('is told %j, and %s is counted', async (answer, outcome) => {
    const provider = new FakeProvider();
    provider.read = async () => answer as never;
    expect(await measure(provider).read('p1', credential)).toBe(answer);
    expect(measured).toEqual([['read', outcome, 250]]);
  });

  it('counts a fault, and lets it through', async () => {
    const provider = new FakeProvider();
    provider.read = async () => {
      throw new Error('a fault of ours');
    };
    await expect(measure(provider).read('p1', credential)).rejects.toThrow(
      'a fault of ours',
    );
    expect(measured).toEqual([['read', 'unknown', 250]]);
  });

  it('is the provider in everything else, and what asks nobody is not counted', async () => {
    const provider = measure(new KeepsToItself());
    expect(provider.id).toBe(new FakeProvider().id);
    provider.repositoryOf({ metadata: {} } as never);
    expect(measured).toEqual([]);
    expect(await provider.account(credential)).toMatchObject({
      value: { login: 'acme-agent' },
    });
    expect(measured).toEqual([['account', 'ok', 250]]);
  });
});
