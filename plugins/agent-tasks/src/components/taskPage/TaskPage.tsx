import { useTask } from '../../hooks/tasks/useTask';
import { AgentTasksFrame } from '../frame/AgentTasksFrame';
import { isOutOfSight, MissingTask } from './MissingTask';
import { LoadingTask } from './LoadingTask';
import { TaskFailed } from './TaskFailed';
import { TaskView } from './TaskView';

/**
 * Somebody comes, from a message or a list, to learn where one task stands and to do the one thing
 * that it waits for. The eye meets that sentence and its button first; how it came to this, and
 * what was made, stand below, and the facts beside.
 */
export function TaskPage(props: { id: string }) {
  return (
    <AgentTasksFrame>
      <OneTask id={props.id} />
    </AgentTasksFrame>
  );
}

function OneTask({ id }: { id: string }) {
  const { data, error, refetch, dataUpdatedAt } = useTask(id);
  const retry = () => {
    refetch();
  };
  // Who lost the right to read it sees it no longer, although it is still in memory.
  if (error && isOutOfSight(error)) {
    return <MissingTask error={error} wasThere={data !== undefined} />;
  }
  if (data) {
    const unreadSince = error ? new Date(dataUpdatedAt).toISOString() : null;
    return <TaskView task={data} unreadSince={unreadSince} onRetry={retry} />;
  }
  if (error) return <TaskFailed error={error} onRetry={retry} />;
  return <LoadingTask />;
}
