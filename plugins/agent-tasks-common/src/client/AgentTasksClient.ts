import type {
  Inbox,
  InboxQuery,
  Operations,
  PolicyList,
  Queue,
  TemplateList,
  TemplateQuery,
} from '../schemas';
import type {
  AgentTasksApi,
  ConnectionsApi,
  FreezesApi,
  RequestOptions,
  TasksApi,
} from './AgentTasksApi';
import { ConnectionsClient } from './ConnectionsClient';
import { FreezesClient } from './FreezesClient';
import { toSearchParams } from './query';
import {
  AgentTasksDiscovery,
  AgentTasksFetch,
  createSendRequest,
  readJson,
  SendRequest,
} from './sendRequest';
import { TasksClient } from './TasksClient';

/**
 * {@link AgentTasksApi} over HTTP.
 *
 * @public
 */
export class AgentTasksClient implements AgentTasksApi {
  readonly tasks: TasksApi;
  readonly connections: ConnectionsApi;
  readonly freezes: FreezesApi;
  private readonly send: SendRequest;

  constructor(apis: {
    discoveryApi: AgentTasksDiscovery;
    fetchApi: AgentTasksFetch;
  }) {
    this.send = createSendRequest(apis);
    this.tasks = new TasksClient(this.send);
    this.connections = new ConnectionsClient(this.send);
    this.freezes = new FreezesClient(this.send);
  }

  templates(
    query: TemplateQuery = {},
    options?: RequestOptions,
  ): Promise<TemplateList> {
    return readJson(
      this.send({ path: ['templates'], query: toSearchParams(query) }, options),
    );
  }

  inbox(query: InboxQuery = {}, options?: RequestOptions): Promise<Inbox> {
    return readJson(
      this.send({ path: ['inbox'], query: toSearchParams(query) }, options),
    );
  }

  queue(options?: RequestOptions): Promise<Queue> {
    return readJson(this.send({ path: ['queue'] }, options));
  }

  policies(options?: RequestOptions): Promise<PolicyList> {
    return readJson(this.send({ path: ['policies'] }, options));
  }

  operations(options?: RequestOptions): Promise<Operations> {
    return readJson(this.send({ path: ['operations'] }, options));
  }
}
