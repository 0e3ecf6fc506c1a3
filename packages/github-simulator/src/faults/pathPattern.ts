/** A glob such as `/agents/**` as a regular expression; `*` is one segment and `{owner}` the same. */
export function pathPattern(glob: string): RegExp {
  const source = glob
    .split(/(\*\*|\*|\{[^}]*\})/)
    .map(part => {
      if (part === '**') return '.*';
      if (part === '*' || part.startsWith('{')) return '[^/]*';
      return part.replace(/[.+?^$()|[\]\\{}]/g, '\\$&');
    })
    .join('');
  return new RegExp(`^${source}$`, 'i');
}
