import type { Task } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useEffect } from 'react';
import { visibleText } from '../../words/visibleText';
import { TaskHead } from './head/TaskHead';
import { PageRoom } from './PageRoom';
import { StageRail } from './StageRail';
import { TaskColumns } from './TaskColumns';
import { TaskFacts } from './TaskFacts';
import { TaskNotes } from './TaskNotes';
import { TaskTabs } from './tabs/TaskTabs';

/** One task, as it was last read. */
export function TaskView(props: {
  task: Task;
  /** When it was last read, while the backend does not answer. ISO 8601. */
  unreadSince: string | null;
  onRetry: () => void;
}) {
  const { task, unreadSince, onRetry } = props;
  useDocumentTitle(visibleText(task.title));
  return (
    <PageRoom>
      <TaskColumns
        main={
          <>
            <TaskNotes
              task={task}
              unreadSince={unreadSince}
              onRetry={onRetry}
            />
            <TaskHead task={task} />
            <StageRail task={task} />
            <TaskTabs task={task} />
          </>
        }
        side={<TaskFacts task={task} />}
      />
    </PageRoom>
  );
}

function useDocumentTitle(title: string) {
  useEffect(() => {
    const before = document.title;
    document.title = title;
    return () => {
      document.title = before;
    };
  }, [title]);
}
