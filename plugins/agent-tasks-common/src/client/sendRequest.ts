import { AgentTasksResponseError } from '../errors';
import type { RequestOptions } from './AgentTasksApi';

/**
 * Says where a plugin lives; `DiscoveryApi` and `DiscoveryService` both fit.
 *
 * @public
 */
export interface AgentTasksDiscovery {
  getBaseUrl(pluginId: string): Promise<string>;
}

/**
 * Sends requests; `FetchApi` fits, and so does `globalThis`.
 *
 * @public
 */
export interface AgentTasksFetch {
  fetch: typeof fetch;
}

/** One request, before it has an address and a sender. */
export interface ApiRequest {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Parts behind `/v1`, encoded one by one: an id cannot leave its place. */
  path: string[];
  query?: URLSearchParams;
  headers?: Record<string, string | undefined>;
  body?: unknown;
}

/** Sends one request; throws for every answer but 2xx and 304. */
export type SendRequest = (
  request: ApiRequest,
  options?: RequestOptions,
) => Promise<Response>;

/** Binds requests to an address and a sender. */
export function createSendRequest(apis: {
  discoveryApi: AgentTasksDiscovery;
  fetchApi: AgentTasksFetch;
}): SendRequest {
  return async ({ method, path, query, headers, body }, options = {}) => {
    const base = await apis.discoveryApi.getBaseUrl('agent-tasks');
    const search = query?.toString();
    const url = [
      `${base}/v1/${path.map(encodeURIComponent).join('/')}`,
      ...(search ? [search] : []),
    ].join('?');
    const response = await apis.fetchApi.fetch(url, {
      method: method ?? 'GET',
      headers: present({
        ...headers,
        'Content-Type': body === undefined ? undefined : 'application/json',
        Authorization: options.token && `Bearer ${options.token}`,
      }),
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: options.signal,
      keepalive: options.keepalive,
    });
    if (!response.ok && response.status !== 304) {
      throw await AgentTasksResponseError.fromResponse(response);
    }
    return response;
  };
}

/** The body of an answer, trusted to have the shape that its route promises. */
export async function readJson<T>(response: Promise<Response>): Promise<T> {
  return (await response).json();
}

function present(
  headers: Record<string, string | undefined>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}
