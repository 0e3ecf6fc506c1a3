import type {
  Connection,
  CreateFreezeRequest,
  CreateTaskRequest,
  Freeze,
  FreezeList,
  FreezeReport,
  Inbox,
  InboxQuery,
  Operations,
  PolicyList,
  Queue,
  Task,
  TaskCommands,
  TaskEventList,
  TaskList,
  TaskPreview,
  TaskQuery,
  TaskRecord,
  TemplateList,
  TemplateQuery,
  UpdateTaskRequest,
} from '../schemas';

/**
 * What any request may be given. In a browser the token comes from `fetchApi`.
 *
 * @public
 */
export interface RequestOptions {
  /** A Backstage token; overrides the one that `fetchApi` adds. */
  token?: string;
  signal?: AbortSignal;
  /**
   * Lets the request outlive the page that sent it. Browsers refuse bodies over 64 KiB then.
   * https://fetch.spec.whatwg.org/#request-keepalive-flag
   */
  keepalive?: boolean;
}

/** @public */
export interface CreateOptions extends RequestOptions {
  /**
   * 1 to 255 printable ASCII characters, kept for at least 7 days: the same key with the same body
   * gives the same task, however often it is sent.
   */
  idempotencyKey?: string;
}

/**
 * A command that changes a task, by the word that `allowedActions` uses.
 *
 * @public
 */
export type TaskCommand = keyof TaskCommands;

/**
 * Tasks: the ask and its record. Every method throws `AgentTasksResponseError`.
 *
 * @public
 */
export interface TasksApi {
  /** One page; give `nextCursor` back as `cursor` for the next. */
  list(query?: TaskQuery, options?: RequestOptions): Promise<TaskList>;
  get(id: string, options?: RequestOptions): Promise<Task>;
  /** Waits up to `waitSeconds` (at most 30) for a newer revision; undefined when there is none. */
  waitForChange(
    id: string,
    since: { revision: number; waitSeconds?: number },
    options?: RequestOptions,
  ): Promise<Task | undefined>;
  /** What would happen; writes nothing, calls nothing outside. */
  preview(
    body: CreateTaskRequest,
    options?: RequestOptions,
  ): Promise<TaskPreview>;
  /** `replayed`: the task is an earlier one, asked for with the same key. */
  create(
    body: CreateTaskRequest,
    options?: CreateOptions,
  ): Promise<{ task: Task; replayed: boolean }>;
  /** Refused with `REVISION_CONFLICT` when the task has changed since `revision`. */
  update(
    id: string,
    body: UpdateTaskRequest,
    since: { revision: number },
    options?: RequestOptions,
  ): Promise<Task>;
  /** Does one of the task's `allowedActions`; `retry` answers with the new task. */
  act<Command extends TaskCommand>(
    id: string,
    command: Command,
    body: TaskCommands[Command],
    options?: CreateOptions,
  ): Promise<Task>;
  /** The timeline, oldest first. */
  events(
    id: string,
    page?: { cursor?: string; limit?: number },
    options?: RequestOptions,
  ): Promise<TaskEventList>;
  record(id: string, options?: RequestOptions): Promise<TaskRecord>;
}

/**
 * The caller's own token at a provider.
 *
 * @public
 */
export interface ConnectionsApi {
  /** Sealed at once, used for the caller's tasks alone, wiped after the last of them. */
  put(
    identity: string,
    providerToken: string,
    options?: RequestOptions,
  ): Promise<Connection>;
  get(identity: string, options?: RequestOptions): Promise<Connection>;
  delete(identity: string, options?: RequestOptions): Promise<void>;
}

/**
 * Standing orders that nothing new starts in a scope.
 *
 * @public
 */
export interface FreezesApi {
  list(options?: RequestOptions): Promise<FreezeList>;
  /** With the tasks that wait for its end. */
  get(id: string, options?: RequestOptions): Promise<FreezeReport>;
  create(body: CreateFreezeRequest, options?: RequestOptions): Promise<Freeze>;
  thaw(id: string, options?: RequestOptions): Promise<Freeze>;
}

/**
 * The HTTP API of Agent Tasks, for browsers and backends. Every method throws
 * `AgentTasksResponseError`, whose `nextAction` says what to do.
 *
 * @public
 */
export interface AgentTasksApi {
  readonly tasks: TasksApi;
  readonly connections: ConnectionsApi;
  readonly freezes: FreezesApi;
  templates(
    query?: TemplateQuery,
    options?: RequestOptions,
  ): Promise<TemplateList>;
  inbox(query?: InboxQuery, options?: RequestOptions): Promise<Inbox>;
  queue(options?: RequestOptions): Promise<Queue>;
  policies(options?: RequestOptions): Promise<PolicyList>;
  operations(options?: RequestOptions): Promise<Operations>;
}
