import {
  AgentTasksError,
  TaskCommands,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { TaskEventFields } from '../../domain/task/taskEvent';
import { adopt } from './adopt';
import { answeredAtProvider, sendAnswer } from './answer';
import { command, CommandBy, Commanded, CommandParts } from './command';

/** What people and services order about one task. Who may is asked before, in access/. */
export class Commands {
  constructor(private readonly parts: CommandParts) {}

  approve(
    id: string,
    { digest }: TaskCommands['approve'],
    by: CommandBy,
  ): Promise<Commanded> {
    return this.run(id, 'approve', by, { type: 'approved', digest });
  }

  reject(
    id: string,
    { reason }: TaskCommands['reject'],
    by: CommandBy,
  ): Promise<Commanded> {
    return this.run(id, 'reject', by, { type: 'rejected', reason });
  }

  cancel(
    id: string,
    { reason }: TaskCommands['cancel'],
    by: CommandBy,
  ): Promise<Commanded> {
    return command(this.parts, id, 'cancel', by, task => ({
      type: 'cancelRequested',
      kind: by.actor.ref === task.requester.ref ? 'requester' : 'other',
      reason,
    }));
  }

  answer(
    id: string,
    order: TaskCommands['answer'],
    by: CommandBy,
  ): Promise<Commanded> {
    return 'message' in order
      ? sendAnswer(this.parts, id, order.message, by)
      : answeredAtProvider(this.parts, id, by);
  }

  accept(
    id: string,
    { outcome, reason }: TaskCommands['accept'],
    by: CommandBy,
  ): Promise<Commanded> {
    return this.run(id, 'accept', by, { type: 'overruled', outcome, reason });
  }

  resolve(
    id: string,
    { decision, providerTaskId, attempt, reason }: TaskCommands['resolve'],
    by: CommandBy,
  ): Promise<Commanded> {
    switch (decision) {
      case 'confirm-not-started':
        return this.run(id, 'resolve', by, {
          type: 'confirmedNotStarted',
          // Each claim is one attempt. Before the first there was none to look at, so a word that
          // names no attempt can only be about that one.
          epoch: attempt ?? 1,
          reason,
        });
      case 'write-off':
        return this.run(id, 'resolve', by, { type: 'writtenOff', reason });
      default:
        return adopt(
          this.parts,
          id,
          { providerTaskId: providerTaskId ?? '', reason },
          by,
        );
    }
  }

  /** Only over the revision that was read; null: over whatever there is. */
  update(
    id: string,
    fields: TaskEventFields['updated'],
    revision: number | null,
    by: CommandBy,
  ): Promise<Commanded> {
    return command(this.parts, id, 'update', by, task => {
      if (revision !== null && task.revision !== revision) {
        throw new AgentTasksError(
          'REVISION_CONFLICT',
          {},
          { details: { taskId: id, revision: task.revision } },
        );
      }
      return { type: 'updated', ...fields };
    });
  }

  private run(
    id: string,
    action: Parameters<typeof command>[2],
    by: CommandBy,
    event: ReturnType<Parameters<typeof command>[4]>,
  ): Promise<Commanded> {
    return command(this.parts, id, action, by, () => event);
  }
}
