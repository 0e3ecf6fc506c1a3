import { Repository } from '../state/World';
import { slugOf } from '../state/repositories';
import { Entry } from './BareRepository';
import { pathUrl } from './pathUrl';

export interface Place {
  /** Of the simulator. */
  origin: string;
  repository: Repository;
  /** The branch, tag or commit that was asked for. */
  ref: string;
}

/** GitHub breaks base64 into lines of 60. */
export function base64(content: Buffer): string {
  return content.toString('base64').replace(/(.{1,60})/g, '$1\n');
}

function kindOf(entry: Entry): 'dir' | 'symlink' | 'submodule' | 'file' {
  if (entry.type === 'tree') return 'dir';
  if (entry.type === 'commit') return 'submodule';
  return entry.mode === '120000' ? 'symlink' : 'file';
}

/** A file or directory as `GET …/contents` describes it, without what is in it. */
export function presentEntry({ origin, repository, ref }: Place, entry: Entry) {
  const slug = slugOf(repository);
  const api = `${origin}/api/v3/repos/${slug}`;
  const path = pathUrl(entry.path);
  const type = kindOf(entry);
  const folder = type === 'dir';
  const url = `${api}/contents/${path}?ref=${encodeURIComponent(ref)}`;
  const gitUrl = `${api}/git/${folder ? 'trees' : 'blobs'}/${entry.sha}`;
  const htmlUrl = `${origin}/${slug}/${
    folder ? 'tree' : 'blob'
  }/${ref}/${path}`;
  return {
    name: entry.path.split('/').pop() ?? '',
    path: entry.path,
    sha: entry.sha,
    size: entry.size ?? 0,
    url,
    html_url: htmlUrl,
    git_url: gitUrl,
    download_url: folder ? null : `${origin}/raw/${slug}/${ref}/${path}`,
    type,
    _links: { self: url, git: gitUrl, html: htmlUrl },
  };
}

export function presentFile(place: Place, entry: Entry, content: Buffer) {
  return {
    ...presentEntry(place, entry),
    type: 'file' as const,
    content: base64(content),
    encoding: 'base64' as const,
  };
}
