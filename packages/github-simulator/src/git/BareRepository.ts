import { runGit } from './runGit';

export interface Entry {
  path: string;
  /** `100644`, `100755`, `120000` or `040000`. */
  mode: string;
  type: 'blob' | 'tree' | 'commit';
  sha: string;
  /** null for directories. */
  size: number | null;
}

export interface Commit {
  sha: string;
  tree: string;
  parents: string[];
  author: Signature;
  committer: Signature;
  message: string;
}

export interface Signature {
  name: string;
  email: string;
  /** ISO 8601. */
  date: string;
}

/** Where the world's own commits are found in git: the world names them before git has made them. */
export const ALIASES = 'refs/simulator/';

/** Larger files, and files that are no text, stay in git alone: the world is plain data. */
const TEXT_LIMIT = 1024 * 1024;

/** One repository in git, as it lies on disk. */
export class BareRepository {
  readonly directory: string;

  constructor(directory: string) {
    this.directory = directory;
  }

  run(args: string[], input?: string | Buffer): Promise<Buffer> {
    return runGit(this.directory, args, input);
  }

  /** Full names of all refs with the commits they point to. */
  async refs(): Promise<Map<string, string>> {
    const out = await this.run([
      'for-each-ref',
      '--format=%(objectname) %(refname)',
    ]);
    return new Map(
      lines(out).map(line => {
        const [sha, name] = line.split(' ');
        return [name, sha];
      }),
    );
  }

  /** The commit that a branch, a tag, a commit's name or its beginning means. */
  async resolve(reference: string): Promise<string | undefined> {
    if (!/^[^\s\p{Cc}~^:?*[\\]+$/u.test(reference)) return undefined;
    const candidates = [
      `refs/heads/${reference}`,
      `refs/tags/${reference}`,
      `${ALIASES}${reference}`,
      ...(/^[0-9a-f]{7,40}$/.test(reference) ? [reference] : []),
      ...(reference === 'HEAD' || reference.startsWith('refs/')
        ? [reference]
        : []),
    ];
    for (const candidate of candidates) {
      const sha = await this.run([
        'rev-parse',
        '--verify',
        '--quiet',
        '--end-of-options',
        `${candidate}^{commit}`,
      ]).catch(ifNothing);
      if (sha) return sha.toString().trim();
    }
    return undefined;
  }

  async commit(sha: string): Promise<Commit> {
    const out = await this.run([
      'show',
      '--no-patch',
      '--format=%H%x00%T%x00%P%x00%an%x00%ae%x00%aI%x00%cn%x00%ce%x00%cI%x00%B',
      sha,
    ]);
    const [id, tree, parents, ...rest] = out.toString().split('\0');
    const [an, ae, ad, cn, ce, cd, message] = rest;
    return {
      sha: id,
      tree,
      parents: parents.split(' ').filter(Boolean),
      author: { name: an, email: ae, date: ad },
      committer: { name: cn, email: ce, date: cd },
      message: message.trim(),
    };
  }

  /** What lies in a directory, or below it. The directory must exist: see `at`. */
  async list(
    tree: string,
    options: { recursive?: boolean } = {},
  ): Promise<Entry[]> {
    const out = await this.run([
      'ls-tree',
      '-z',
      '-l',
      ...(options.recursive ? ['-r', '-t'] : []),
      tree,
    ]);
    return out.toString().split('\0').filter(Boolean).map(toEntry);
  }

  /** The file or directory at a path of a commit. */
  async at(commit: string, path: string): Promise<Entry | undefined> {
    if (path === '') {
      const sha = (await this.commit(commit)).tree;
      return { path, mode: '040000', type: 'tree', sha, size: null };
    }
    const out = await this.run(['ls-tree', '-z', '-l', commit, '--', path]);
    const [line] = out.toString().split('\0').filter(Boolean);
    return line ? toEntry(line) : undefined;
  }

  blob(sha: string): Promise<Buffer> {
    return this.run(['cat-file', 'blob', sha]);
  }

  has(sha: string): Promise<boolean> {
    return this.run(['cat-file', '-e', sha]).then(
      () => true,
      error => {
        ifNothing(error);
        return false;
      },
    );
  }

  archive(
    format: 'tar.gz' | 'zip',
    commit: string,
    prefix: string,
  ): Promise<Buffer> {
    return this.run([
      'archive',
      `--format=${format}`,
      `--prefix=${prefix}/`,
      commit,
    ]);
  }

  /** The files of a commit that are text of a reasonable size, as the world keeps them. */
  async textFiles(commit: string): Promise<Record<string, string>> {
    const entries = (await this.list(commit, { recursive: true })).filter(
      entry =>
        entry.type === 'blob' &&
        entry.mode !== '120000' &&
        (entry.size ?? 0) <= TEXT_LIMIT,
    );
    const batch = await this.run(
      ['cat-file', '--batch'],
      entries.map(entry => `${entry.sha}\n`).join(''),
    );
    const files: Record<string, string> = {};
    let position = 0;
    for (const { path, size } of entries) {
      const from = batch.indexOf(0x0a, position) + 1;
      position = from + (size ?? 0) + 1;
      const text = asText(batch.subarray(from, position - 1));
      if (text !== undefined) files[path] = text;
    }
    return files;
  }
}

function lines(out: Buffer): string[] {
  return out.toString().split('\n').filter(Boolean);
}

/** git says "no such thing" with an exit code; a missing git stays an error. */
function ifNothing(error: Error): undefined {
  if (/^git \S+ failed/.test(error.message)) return undefined;
  throw error;
}

function toEntry(line: string): Entry {
  const [head, path] = line.split('\t');
  const [mode, type, sha, size] = head.split(/ +/);
  return {
    path,
    mode,
    type: type as Entry['type'],
    sha,
    size: size === '-' ? null : Number(size),
  };
}

export function asText(content: Buffer): string | undefined {
  if (content.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      content,
    );
  } catch {
    return undefined;
  }
}
