import type {
  CreateTaskRequest,
  Task,
  TaskCommands,
  TaskEventList,
  TaskList,
  TaskPreview,
  TaskQuery,
  TaskRecord,
  UpdateTaskRequest,
} from '../schemas';
import type {
  CreateOptions,
  RequestOptions,
  TaskCommand,
  TasksApi,
} from './AgentTasksApi';
import { serialiseTaskQuery, toSearchParams } from './query';
import { readJson, SendRequest } from './sendRequest';

/** The routes under `/v1/tasks`, and the preview of one. */
export class TasksClient implements TasksApi {
  constructor(private readonly send: SendRequest) {}

  list(query: TaskQuery = {}, options?: RequestOptions): Promise<TaskList> {
    return readJson(
      this.send({ path: ['tasks'], query: serialiseTaskQuery(query) }, options),
    );
  }

  get(id: string, options?: RequestOptions): Promise<Task> {
    return readJson(this.send({ path: ['tasks', id] }, options));
  }

  async waitForChange(
    id: string,
    since: { revision: number; waitSeconds?: number },
    options?: RequestOptions,
  ): Promise<Task | undefined> {
    const { revision, waitSeconds } = since;
    const response = await this.send(
      {
        path: ['tasks', id],
        query: toSearchParams({ waitSeconds }),
        headers: { 'If-None-Match': etagOf(revision) },
      },
      options,
    );
    return response.status === 304 ? undefined : response.json();
  }

  preview(
    body: CreateTaskRequest,
    options?: RequestOptions,
  ): Promise<TaskPreview> {
    return readJson(
      this.send({ method: 'POST', path: ['previews'], body }, options),
    );
  }

  async create(
    body: CreateTaskRequest,
    options?: CreateOptions,
  ): Promise<{ task: Task; replayed: boolean }> {
    const response = await this.send(
      {
        method: 'POST',
        path: ['tasks'],
        headers: { 'Idempotency-Key': options?.idempotencyKey },
        body,
      },
      options,
    );
    return {
      task: await response.json(),
      replayed: response.headers.get('Idempotent-Replayed') === 'true',
    };
  }

  update(
    id: string,
    body: UpdateTaskRequest,
    since: { revision: number },
    options?: RequestOptions,
  ): Promise<Task> {
    return readJson(
      this.send(
        {
          method: 'PATCH',
          path: ['tasks', id],
          headers: { 'If-Match': etagOf(since.revision) },
          body,
        },
        options,
      ),
    );
  }

  act<Command extends TaskCommand>(
    id: string,
    command: Command,
    body: TaskCommands[Command],
    options?: CreateOptions,
  ): Promise<Task> {
    return readJson(
      this.send(
        {
          method: 'POST',
          path: ['tasks', id, command.replaceAll('_', '-')],
          headers: { 'Idempotency-Key': options?.idempotencyKey },
          body,
        },
        options,
      ),
    );
  }

  events(
    id: string,
    page: { cursor?: string; limit?: number } = {},
    options?: RequestOptions,
  ): Promise<TaskEventList> {
    return readJson(
      this.send(
        { path: ['tasks', id, 'events'], query: toSearchParams(page) },
        options,
      ),
    );
  }

  record(id: string, options?: RequestOptions): Promise<TaskRecord> {
    return readJson(this.send({ path: ['tasks', id, 'record'] }, options));
  }
}

/** The ETag of a task is its revision. */
function etagOf(revision: number): string {
  return `"${revision}"`;
}
