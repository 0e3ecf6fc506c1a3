import type { TaskRecord } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { exampleTask } from '../../testing/exampleTask';
import { touchedBy } from './touched';

function record(paths: string[], changes = {}): TaskRecord {
  return {
    sentence: '',
    task: exampleTask(changes),
    events: [],
    evidence: {
      claimed: null,
      observed: {
        checks: [],
        files: paths.map(path => ({
          path,
          additions: 1,
          deletions: 0,
          inScope: true,
        })),
      },
    },
    chain: { intact: true, count: 0, head: null, brokenAt: null },
  };
}

describe('how far the changes of a task reach', () => {
  it('is told in files and folders where each file is known', () => {
    expect(
      touchedBy(record(['a.ts', 'src/b.ts', 'src/c.ts', 'src/x/d.ts'])),
    ).toEqual({
      files: 4,
      folders: 3,
    });
  });

  it('is told in files alone from the pull request', () => {
    expect(touchedBy(record([]))).toEqual({ files: 3, folders: null });
  });

  it('is not told where nothing was touched', () => {
    expect(touchedBy(record([], { artifacts: [] }))).toBeNull();
  });
});
