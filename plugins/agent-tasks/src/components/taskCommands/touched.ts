import type { TaskRecord } from '@agent-tasks/backstage-plugin-agent-tasks-common';

/** How far the changes of a task reach. `folders` is null where files are not known one by one. */
export interface Touched {
  files: number;
  folders: number | null;
}

/** null: it touched nothing that is known. */
export function touchedBy({
  task,
  evidence,
}: Pick<TaskRecord, 'task' | 'evidence'>): Touched | null {
  const paths = evidence.observed.files.map(({ path }) => path);
  if (paths.length > 0) {
    return { files: paths.length, folders: new Set(paths.map(folderOf)).size };
  }
  const counts = task.artifacts.map(artifact =>
    artifact.type === 'pull_request' ? artifact.files : 0,
  );
  const files = Math.max(0, ...counts);
  return files > 0 ? { files, folders: null } : null;
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
