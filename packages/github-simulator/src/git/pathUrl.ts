/** A path of a repository as part of an address: its slashes stay, all else is escaped. */
export function pathUrl(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
