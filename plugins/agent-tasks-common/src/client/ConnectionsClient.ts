import type { Connection } from '../schemas';
import type { ConnectionsApi, RequestOptions } from './AgentTasksApi';
import { readJson, SendRequest } from './sendRequest';

/**
 * The header that carries the caller's token at a provider, on this one route and no other.
 *
 * @public
 */
export const PROVIDER_TOKEN_HEADER = 'X-Agent-Tasks-Provider-Token';

/** The routes under `/v1/connections`. */
export class ConnectionsClient implements ConnectionsApi {
  constructor(private readonly send: SendRequest) {}

  put(
    identity: string,
    providerToken: string,
    options?: RequestOptions,
  ): Promise<Connection> {
    return readJson(
      this.send(
        {
          method: 'PUT',
          path: ['connections', identity],
          headers: { [PROVIDER_TOKEN_HEADER]: providerToken },
        },
        options,
      ),
    );
  }

  get(identity: string, options?: RequestOptions): Promise<Connection> {
    return readJson(this.send({ path: ['connections', identity] }, options));
  }

  async delete(identity: string, options?: RequestOptions): Promise<void> {
    await this.send(
      { method: 'DELETE', path: ['connections', identity] },
      options,
    );
  }
}
