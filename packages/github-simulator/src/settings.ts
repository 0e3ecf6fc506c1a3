/** How this server behaves, changeable while it runs through `PATCH /_simulator/settings`. */
export interface Settings {
  /** Agents are this many times as quick as real ones. */
  speed: number;
  /** How long a new task stays out of the lists. */
  listingLagSeconds: number;
  /** The script that every new task plays; null lets the seed choose. */
  script: string | null;
  /** How likely each quirk is, 0 to 1; see `agents/quirks.ts`. */
  quirks: Record<string, number>;
  limits: Limits;
  /** Answers carry an ETag and honour `If-None-Match`. */
  etags: boolean;
  /** Models an ask may name; null accepts any. */
  models: string[] | null;
}

/** GitHub's limits, per user over all their tokens; null switches one off. */
export interface Limits {
  requestsPerHour: number | null;
  pointsPerMinute: number | null;
  creationsPerMinute: number | null;
  creationsPerHour: number | null;
  concurrent: number | null;
}

/** https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api */
export const githubLimits: Limits = {
  requestsPerHour: 5000,
  pointsPerMinute: 900,
  creationsPerMinute: 80,
  creationsPerHour: 500,
  concurrent: 100,
};

export const noLimits: Limits = {
  requestsPerHour: null,
  pointsPerMinute: null,
  creationsPerMinute: null,
  creationsPerHour: null,
  concurrent: null,
};

/** The models GitHub's contract names today; `auto` is what leaving it out means. */
export const currentModels = [
  'auto',
  'claude-sonnet-4.6',
  'claude-opus-4.6',
  'gpt-5.2-codex',
  'gpt-5.3-codex',
  'gpt-5.4',
  'claude-sonnet-4.5',
  'claude-opus-4.5',
];

export const defaultSettings: Settings = {
  speed: 1,
  listingLagSeconds: 0,
  script: null,
  quirks: {},
  limits: githubLimits,
  etags: true,
  models: currentModels,
};
