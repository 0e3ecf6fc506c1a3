import {
  Task,
  TaskEvent,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Scene } from './Scene';
import { Truth } from './Truth';

/** What became of a start whose outcome the portal did not know for a while, as the record has it. */
export interface StartFate {
  taskId: string;
  /** Why nobody knew. */
  why: string;
  became: string;
}

const DIED = 'no verdict, its sender died';

/** The fates of all starts that were ever unclear. */
export async function fatesOf(
  { apis }: Scene,
  { tasks, created, starts }: Truth,
): Promise<StartFate[]> {
  const fates: StartFate[] = [];
  for (const task of tasks) {
    const { items } = await apis[0].tasks.events(task.id, { limit: 100 });
    const why = reasonIn(items);
    if (why === undefined) continue;
    const isSent = starts.some(({ path }) =>
      path.endsWith(`/${task.repository.slug}/tasks`),
    );
    const isCreated = created.some(({ marker }) =>
      marker?.startsWith(`at1_${task.id}_`),
    );
    const atGitHub = isCreated
      ? 'GitHub had created it'
      : `GitHub had ${isSent ? 'created nothing' : 'not been asked'}`;
    fates.push({
      taskId: task.id,
      why,
      became: `${endOf(task, items)}: ${atGitHub}`,
    });
  }
  return fates;
}

function reasonIn(events: TaskEvent[]): string | undefined {
  const unclear = events.find(
    ({ type }) => type === 'ambiguous' || type === 'leaseExpired',
  );
  return unclear && (unclear.reason ?? DIED);
}

/** The quarantine's end may be an adoption: the last that was decided counts. */
function endOf({ phase }: Pick<Task, 'phase'>, events: TaskEvent[]): string {
  if (phase !== 'tracking') return phase;
  return events.some(({ type }) => type === 'found')
    ? 'adopted'
    : 'answered late';
}
