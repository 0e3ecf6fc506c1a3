import { Route, Routes, useParams } from 'react-router-dom';
import { TaskListPage } from '../components/taskList';
import { TaskPage } from '../components/taskPage';

/** All tasks, and behind each its own page. */
export function TasksPage() {
  return (
    <Routes>
      <Route index element={<TaskListPage />} />
      <Route path=":id" element={<OneTask />} />
    </Routes>
  );
}

function OneTask() {
  const { id = '' } = useParams();
  // Another task is another page: no tab, scroll or half-typed answer is taken along.
  return <TaskPage key={id} id={id} />;
}
