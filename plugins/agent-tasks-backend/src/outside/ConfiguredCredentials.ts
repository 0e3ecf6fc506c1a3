import {
  CredentialAsk,
  CredentialProvider,
  CredentialResult,
  ProviderCredential,
} from '@agent-tasks/backstage-plugin-agent-tasks-node';

/** A shared token as the configuration has it. */
export interface ConfiguredToken {
  id: string;
  host: string;
  token: string;
}

/** A refusal may have been the provider's mistake: after this long the token is tried again. */
const REFUSED_FOR_MS = 10 * 60_000;

/** Shared tokens from the configuration. They are nobody's: who asks makes no difference. */
export class ConfiguredCredentials implements CredentialProvider {
  private readonly refusedAt = new Map<string, number>();

  /** `now` in milliseconds. */
  constructor(
    private readonly tokens: readonly ConfiguredToken[],
    private readonly now: () => number,
  ) {}

  async credential(ask: CredentialAsk): Promise<CredentialResult> {
    const found = this.tokenOf(ask);
    if (!found) return { kind: 'missing' };
    const { id, host, token } = found;
    if (this.isRefused(found)) return { kind: 'invalid' };
    return { kind: 'ready', credential: { identityId: id, host, token } };
  }

  async refused(
    ask: CredentialAsk,
    credential: ProviderCredential,
  ): Promise<void> {
    const found = this.tokenOf(ask);
    if (found?.token !== credential.token) return;
    this.refusedAt.set(found.id, this.now());
  }

  private tokenOf({ identityId, host }: CredentialAsk) {
    return this.tokens.find(
      token => token.id === identityId && token.host === host,
    );
  }

  private isRefused({ id }: ConfiguredToken): boolean {
    const at = this.refusedAt.get(id);
    return at !== undefined && this.now() - at < REFUSED_FOR_MS;
  }
}
