import { PullFile } from '../state/World';

const CONTEXT_LINES = 3;

/** A file that grows by a line of text, described as GitHub does. */
export function appendedFile(
  filename: string,
  before: string,
  text: string,
): PullFile {
  const added = `${commentOf(filename)}${text}`;
  const lines = before.replace(/\n$/, '').split('\n');
  const context = lines.slice(-CONTEXT_LINES);
  const from = lines.length - context.length + 1;
  const hunk = `@@ -${from},${context.length} +${from},${
    context.length + 1
  } @@`;
  return {
    filename,
    status: 'modified',
    additions: 1,
    deletions: 0,
    patch: [hunk, ...context.map(line => ` ${line}`), `+${added}`].join('\n'),
    content: `${[...lines, added].join('\n')}\n`,
  };
}

/** A file that was not there, described as GitHub does. */
export function createdFile(filename: string, title: string): PullFile {
  const comment = commentOf(filename);
  const lines =
    comment === ''
      ? [`# ${title}`, '', 'Made by the simulated agent.']
      : [`${comment}${title}`, `${comment}Made by the simulated agent.`];
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

/** What makes a line of text one that the file's language does not read. */
function commentOf(filename: string): string {
  if (/\.(?:md|txt)$/.test(filename)) return '';
  if (/\.[cm]?[jt]sx?$/.test(filename)) return '// ';
  return '# ';
}
