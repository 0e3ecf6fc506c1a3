/** What an agent can do; `steps.ts` says how. */
export type StepName =
  | 'begin'
  | 'branch'
  | 'open_pull'
  | 'push'
  | 'give_up_branch'
  | 'ask'
  | 'resume'
  | 'rest'
  | 'complete'
  | 'fail'
  | 'time_out'
  | 'cancel'
  | 'continue';

/** One thing an agent does, and how many seconds after the thing before. */
export type Beat = readonly [least: number, most: number, does: StepName];

export interface Script {
  /** How often the seed chooses it, in relation to the others; 0: only by order. */
  weight: number;
  about: string;
  beats: readonly Beat[];
  /** What follows once a person answered. */
  afterAnswer?: readonly Beat[];
  checksWill?: 'pass' | 'fail';
  mergeable?: boolean;
  /** Also changes a file that its prompt does not allow. */
  strays?: boolean;
}
