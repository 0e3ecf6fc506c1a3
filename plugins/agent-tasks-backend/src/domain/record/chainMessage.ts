/**
 * What is signed for one line of the record. The parts are joined by a character that none of
 * them can hold, so that no two different lines give the same message.
 */
export function chainMessage(
  previous: string | null,
  seq: number,
  payloadDigest: string,
): string {
  return [previous ?? '', String(seq), payloadDigest].join('\u0000');
}

/** One link as stored. */
export interface ChainLink {
  seq: number;
  payloadDigest: string;
  mac: string;
}

/** Whether the chain is whole; `brokenAt` is the first line that does not fit. */
export interface ChainCheck {
  intact: boolean;
  count: number;
  head: string | null;
  brokenAt: number | null;
}

/**
 * Checks the links in their order against what the task says it has; `macOf` signs outside. A line
 * that is missing at the end is found by the count, one that is missing inside by its number.
 */
export function checkChain(
  links: readonly ChainLink[],
  expected: { count: number; head: string | null },
  macOf: (message: string) => string,
): ChainCheck {
  let head: string | null = null;
  for (const [index, link] of links.entries()) {
    const seq = index + 1;
    const mac = macOf(chainMessage(head, seq, link.payloadDigest));
    if (link.seq !== seq || link.mac !== mac) {
      return { intact: false, count: links.length, head, brokenAt: seq };
    }
    head = link.mac;
  }
  const isWhole = links.length === expected.count && head === expected.head;
  return {
    intact: isWhole,
    count: links.length,
    head,
    brokenAt: isWhole ? null : links.length + 1,
  };
}
