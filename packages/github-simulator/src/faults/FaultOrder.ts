/** Cut or spoilt on the way in: nothing was done. */
export const faultsBefore = [
  'reset_before',
  'error_before',
  'slow_before',
  'primary_limit',
  'secondary_limit',
  'redirect',
] as const;

/** Cut or spoilt on the way out: the request was carried out. */
export const faultsAfter = [
  'reset_after',
  'error_after',
  'slow_after',
  'malformed_json',
  'html_body',
  'empty_body',
  'no_request_id',
] as const;

export type FaultKind =
  | (typeof faultsBefore)[number]
  | (typeof faultsAfter)[number];

/** "Spoil the next N requests like this": what `POST /_simulator/faults` takes. */
export interface FaultOrder {
  kind: FaultKind;
  /** Any method if left out. */
  method?: string;
  /** Below the API's root, `*` for one segment, `**` for several; any path if left out. */
  path?: string;
  /** Only requests of this person. */
  login?: string;
  /** Begins with the nth matching request; default 1. */
  nth?: number;
  /** How many requests it hits; default 1, null for all from then on. */
  times?: number | null;
  /** How likely a matching request is hit, by the server's seed; default 1. */
  probability?: number;
  /** For `error_*` (default 502), `*_limit` (403 or 429), `redirect` (301, 302, 307 or 308). */
  status?: number;
  /** Seconds, for the limits; `error_*` may carry it too. */
  retryAfter?: number;
  /** For `slow_*`, real milliseconds; left out: until the order is withdrawn. */
  delayMs?: number;
  /** For `redirect`; default: the same address. */
  location?: string;
  /** Also take `x-github-request-id` away, as a proxy in between would. */
  withoutRequestId?: boolean;
}

export interface OrderedFault extends FaultOrder {
  id: string;
  /** Requests that matched. */
  seen: number;
  /** Requests that were hit. */
  hit: number;
}
