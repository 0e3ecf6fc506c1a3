/** The address of the next page by the `Link` header; undefined on the last one. */
export function nextPage(link: string | undefined): string | undefined {
  return link
    ?.split(/,\s*(?=<)/)
    .map(part => /^<([^<>]+)>;.*\brel="next"/.exec(part)?.[1])
    .find(url => url !== undefined);
}
