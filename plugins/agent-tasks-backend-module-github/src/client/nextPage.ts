/**
 * The address of the next page by the `Link` header. Only below the API we asked: the token goes
 * nowhere else, whatever the header says.
 */
export function nextPage(
  link: string | undefined,
  apiBaseUrl: string,
): string | undefined {
  const next = link
    ?.split(/,\s*(?=<)/)
    .map(part => /^<([^<>]+)>;.*\brel="next"/.exec(part)?.[1])
    .find(url => url !== undefined);
  return next && next.startsWith(`${apiBaseUrl}/`) ? next : undefined;
}
