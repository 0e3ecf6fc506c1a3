const DAY_MS = 24 * 3_600_000;

/** How long is kept what loses its use, milliseconds after it was last needed. */
export interface Retention {
  prompts: number;
  rawPayloads: number;
  events: number;
  tasks: number;
  idempotency: number;
}

export const DEFAULT_RETENTION: Retention = {
  prompts: 180 * DAY_MS,
  rawPayloads: 30 * DAY_MS,
  events: 400 * DAY_MS,
  tasks: 3 * 365 * DAY_MS,
  idempotency: 7 * DAY_MS,
};
