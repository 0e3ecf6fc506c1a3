import { AgentTasksError } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { violationsOf } from '@agent-tasks/backstage-plugin-agent-tasks-common/schemas';
import {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { Access } from '../access/Access';
import { Caller } from '../access/caller/Caller';
import { toldError } from '../access/failures/toldError';
import { toolError } from './toolError';

/** What every tool needs. */
export interface ActionDoor {
  access: Access;
  logger: LoggerService;
  newId(): string;
  /** Where people find a task. */
  taskUrl(taskId: string): string;
}

/** Calls access/ for whoever calls the tool; what goes wrong is told in one sentence. */
export async function answered<Output>(
  { access, logger, newId }: ActionDoor,
  tool: string,
  credentials: BackstageCredentials,
  work: (caller: Caller) => Promise<Output>,
): Promise<{ output: Output }> {
  const requestId = newId();
  try {
    const caller = await access.callers.callerOf(credentials, { requestId });
    return { output: await work(caller) };
  } catch (error) {
    const request = { requestId, method: tool };
    throw toolError(toldError(error, request, { logger, newId }));
  }
}

/** Reads what a tool was given by the schema of the API, which asks for more than a form can. */
export function read<T>(
  schema: {
    safeParse(
      value: unknown,
    ):
      | { success: true; data: T }
      | { success: false; error: Parameters<typeof violationsOf>[0] };
  },
  value: unknown,
): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const violations = violationsOf(parsed.error);
  throw new AgentTasksError('INVALID_REQUEST', {}, { violations });
}

/** What every id of ours looks like; another one names no task. */
export function taskIdOf(id: string): string {
  if (/^[\w-]{1,36}$/.test(id)) return id;
  throw new AgentTasksError('TASK_NOT_FOUND');
}
