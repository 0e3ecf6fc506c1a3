import {
  ProviderAccount,
  ProviderRepository,
  ProviderResult,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import {
  AgentProvider,
  ProviderCredential,
} from '@agent-tasks/backstage-plugin-agent-tasks-node';
import { Task } from '../../domain/task/task';
import { EngineParts } from '../EngineParts';

const FRESH_MS = 600_000;
const MAX_ENTRIES = 1_000;

/**
 * Repositories and accounts as the provider last told, for ten minutes, so that a full queue does
 * not ask the same again and again. Failures are not kept.
 */
export class RepositoryFacts {
  private readonly known = new Map<string, { at: number; value: unknown }>();

  constructor(
    private readonly parts: Pick<EngineParts, 'monotonic' | 'store'>,
  ) {}

  /**
   * By id once it is known: a renamed repository is still the one that was asked for. Where the id
   * is gone, by name: whatever bears it now is another one, which the caller has to see.
   */
  async repository(
    provider: AgentProvider,
    credential: ProviderCredential,
    task: Task,
  ): Promise<ProviderResult<ProviderRepository>> {
    const { host, slug, id } = task.repository;
    const key = `repository ${credential.identityId} ${host}`;
    const byName = () =>
      this.ask(`${key} ${slug}`, () =>
        provider.repository({ host, slug }, credential),
      );
    if (id === null) return byName();
    // A person said yes to this one: what was true ten minutes ago is not good enough.
    if (task.approval !== null) this.known.delete(`${key} ${id}`);
    const known = await this.ask(`${key} ${id}`, () =>
      provider.repository({ host, id }, credential),
    );
    if (known.ok || known.failure.failureClass !== 'repository_not_found') {
      return known;
    }
    this.known.delete(`${key} ${slug}`);
    const other = await byName();
    return other.ok ? other : known;
  }

  /** `isDoubted`: the provider refused the token before, so what is known of it does not count. */
  async account(
    provider: AgentProvider,
    credential: ProviderCredential,
    isDoubted: boolean,
  ): Promise<ProviderResult<ProviderAccount>> {
    if (isDoubted) {
      this.known.delete(`account ${credential.identityId} ${credential.host}`);
    }
    return this.ask(
      `account ${credential.identityId} ${credential.host}`,
      async () => {
        const account = await provider.account(credential);
        if (account.ok) {
          await this.parts.store.saveIdentity(credential.identityId, {
            login: account.value.login,
            accountId: account.value.id,
            expiresAt: account.value.tokenExpiresAt ?? null,
            invalidSince: null,
          });
        }
        return account;
      },
    );
  }

  private async ask<T>(
    key: string,
    read: () => Promise<ProviderResult<T>>,
  ): Promise<ProviderResult<T>> {
    const now = this.parts.monotonic();
    const known = this.known.get(key);
    if (known && now - known.at < FRESH_MS) {
      return { ok: true, value: known.value as T };
    }
    const answer = await read();
    if (answer.ok) {
      if (this.known.size >= MAX_ENTRIES) this.known.clear();
      this.known.set(key, { at: now, value: answer.value });
    }
    return answer;
  }
}
