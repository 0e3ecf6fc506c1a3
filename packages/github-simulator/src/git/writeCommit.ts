import { BareRepository } from './BareRepository';

export interface NewCommit {
  /** Full name of the ref that shall point to it. */
  ref: string;
  parent: string | undefined;
  message: string;
  author: { name: string; email: string };
  /** Milliseconds since 1970. */
  at: number;
  /** Paths with their new content; null removes the file. */
  changes: Record<string, string | Buffer | null>;
  /** A second ref to the same commit. */
  alias?: string;
}

/**
 * Makes a commit and moves its ref. The same ask gives the same commit, since author and time are part of it.
 * @returns the commit's name
 */
export async function writeCommit(
  repository: BareRepository,
  asked: NewCommit,
): Promise<string> {
  const { name, email } = asked.author;
  const committer = `${name} <${email}> ${Math.floor(asked.at / 1000)} +0000`;
  const stream: Array<string | Buffer> = [
    // Without `reset` fast-import would continue from where the ref points.
    `reset ${asked.ref}\n`,
    `commit ${asked.ref}\nmark :1\ncommitter ${committer}\n`,
    ...data(asked.message),
    ...(asked.parent ? [`from ${asked.parent}\n`] : []),
  ];
  for (const [path, content] of Object.entries(asked.changes)) {
    if (content === null) stream.push(`D ${quote(path)}\n`);
    else stream.push(`M 100644 inline ${quote(path)}\n`, ...data(content));
  }
  if (asked.alias) stream.push(`reset ${asked.alias}\nfrom :1\n`);
  stream.push('get-mark :1\ndone\n');
  const out = await repository.run(
    ['fast-import', '--quiet', '--force', '--done'],
    Buffer.concat(stream.map(part => Buffer.from(part))),
  );
  return out.toString().trim();
}

function data(content: string | Buffer): Array<string | Buffer> {
  return [`data ${Buffer.byteLength(content)}\n`, content, '\n'];
}

function quote(path: string): string {
  return `"${path.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n')}"`;
}
