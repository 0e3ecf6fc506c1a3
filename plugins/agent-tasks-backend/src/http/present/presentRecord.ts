import { TaskRecord } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { RecordView } from '../../access/tasks/TaskView';
import { presentEvent } from './presentEvent';
import { presentTask } from './presentTask';

/** The whole record. What the agent claims is not kept yet, nor are files one by one. */
export function presentRecord({
  sentence,
  task,
  events,
  chain,
}: RecordView): TaskRecord {
  const { pullRequests } = task.task;
  return {
    sentence,
    task: presentTask(task),
    events: events.map(presentEvent),
    evidence: {
      claimed: null,
      observed: {
        checks: pullRequests.flatMap(({ checkRuns }) =>
          checkRuns.map(({ name, state }) => ({ name, state })),
        ),
        files: [],
      },
    },
    chain,
  };
}
