/** Longest reason that the API takes, in characters. */
export const MOST_REASON = 1_000;

/** Longest answer or addition that the API takes, in characters. */
export const MOST_MESSAGE = 4_000;

/** Most file patterns of one scope that the API takes. */
export const MOST_PATTERNS = 100;
