import {
  CredentialAsk,
  CredentialProvider,
  CredentialResult,
  ProviderCredential,
} from '../credentials/CredentialProvider';
import { describeCredentialProviderContract } from './describeCredentialProviderContract';

/** The smallest provider that keeps the contract: one token per identity, host and person. */
class MemoryCredentialProvider implements CredentialProvider {
  readonly #tokens = new Map<string, string>();
  readonly #states = new Map<string, 'expired' | 'invalid'>();

  put(ask: CredentialAsk, token: string) {
    this.#tokens.set(keyOf(ask), token);
    this.#states.delete(keyOf(ask));
  }

  expire(ask: CredentialAsk) {
    this.#states.set(keyOf(ask), 'expired');
  }

  async credential(ask: CredentialAsk): Promise<CredentialResult> {
    const token = this.#tokens.get(keyOf(ask));
    if (!token) return { kind: 'missing' };
    const state = this.#states.get(keyOf(ask));
    if (state) return { kind: state };
    const { identityId, host } = ask;
    return { kind: 'ready', credential: { identityId, host, token } };
  }

  async refused(ask: CredentialAsk, { token }: ProviderCredential) {
    if (this.#tokens.get(keyOf(ask)) === token) {
      this.#states.set(keyOf(ask), 'invalid');
    }
  }
}

function keyOf({ identityId, host, userEntityRef }: CredentialAsk) {
  return [identityId, host, userEntityRef].join(' ');
}

describeCredentialProviderContract('MemoryCredentialProvider', {
  async createWorld() {
    const credentials = new MemoryCredentialProvider();
    const ask = {
      identityId: 'requester',
      host: 'github.com',
      userEntityRef: 'user:default/ada',
    };
    const otherAsk = { ...ask, userEntityRef: 'user:default/ben' };
    credentials.put(ask, 'token of ada');
    credentials.put(otherAsk, 'token of ben');
    return { credentials, ask, otherAsk };
  },
  renew: async ({ credentials }, ask) => credentials.put(ask, 'renewed token'),
  expire: async ({ credentials }, ask) => credentials.expire(ask),
});
