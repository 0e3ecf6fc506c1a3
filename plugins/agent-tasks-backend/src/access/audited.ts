import { AgentTasksError } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import {
  AuditorService,
  AuditorServiceEventSeverityLevel,
} from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import { Caller } from './caller/Caller';

/** One command as the auditor is told it. Ids and references of ours only. */
export interface AuditedCommand {
  /** Kebab-case: `task-approve`. */
  eventId: string;
  severityLevel: AuditorServiceEventSeverityLevel;
  meta?: JsonObject;
}

/**
 * Does something under one auditor event, which is closed on every path: also a call that is
 * refused was tried.
 */
export async function audited<T>(
  auditor: AuditorService,
  caller: Caller,
  { eventId, severityLevel, meta }: AuditedCommand,
  work: () => Promise<T>,
  outcome: (result: T) => JsonObject = () => ({}),
): Promise<T> {
  const event = await auditor.createEvent({
    eventId,
    severityLevel,
    request: caller.request,
    meta: {
      ...meta,
      actor: caller.ref,
      requestId: caller.requestId,
      ...(caller.plugin === null ? {} : { plugin: caller.plugin }),
    },
  });
  try {
    const result = await work();
    await event.success({ meta: outcome(result) });
    return result;
  } catch (error) {
    await event.fail({ error: told(error) });
    throw error;
  }
}

/** Its code and nothing else: an error that is not ours may quote a prompt, and its stack as well. */
function told(error: unknown): Error {
  const code = error instanceof AgentTasksError ? error.code : 'INTERNAL';
  return Object.assign(new Error(code), { stack: undefined });
}
