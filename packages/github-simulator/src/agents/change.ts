import { PullFile, Repository, Task, World } from '../state/World';
import { nextOrdinal } from '../state/counters';
import { pick } from '../state/dice';

const CONTEXT_LINES = 3;

/** Appends lines to a file and describes that as GitHub does. */
function appended(filename: string, before: string, added: string[]): PullFile {
  const lines = before.replace(/\n$/, '').split('\n');
  const context = lines.slice(-CONTEXT_LINES);
  const from = lines.length - context.length + 1;
  const hunk = `@@ -${from},${context.length} +${from},${
    context.length + added.length
  } @@`;
  return {
    filename,
    status: 'modified',
    additions: added.length,
    deletions: 0,
    patch: [
      hunk,
      ...context.map(line => ` ${line}`),
      ...added.map(line => `+${line}`),
    ].join('\n'),
    content: `${[...lines, ...added].join('\n')}\n`,
  };
}

function created(filename: string, lines: string[]): PullFile {
  return {
    filename,
    status: 'added',
    additions: lines.length,
    deletions: 0,
    patch: [
      `@@ -0,0 +1,${lines.length} @@`,
      ...lines.map(line => `+${line}`),
    ].join('\n'),
    content: `${lines.join('\n')}\n`,
  };
}

/** What the agent changes: a file that is there grows, and a note on the change comes with it. */
export function writeChange(
  world: World,
  repository: Repository,
  task: Task,
): PullFile[] {
  const change = nextOrdinal(world, 'change');
  const names = Object.keys(repository.files).sort();
  const files: PullFile[] = [];
  if (names.length > 0) {
    const filename = pick(names, world.seed, 'file', task.ordinal, change);
    const comment = /\.(md|txt)$/.test(filename) ? '' : '# ';
    files.push(
      appended(filename, repository.files[filename], [
        `${comment}${task.name} (${change})`,
      ]),
    );
  }
  files.push(
    created(`docs/changes/${String(change).padStart(4, '0')}.md`, [
      `# ${task.name}`,
      '',
      'Made by the simulated agent.',
    ]),
  );
  return files;
}
