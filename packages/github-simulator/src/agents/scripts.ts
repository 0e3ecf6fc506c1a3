import { chance } from '../state/dice';
import { Beat, Script } from './Script';

const start: readonly Beat[] = [
  [3, 12, 'begin'],
  [10, 30, 'branch'],
];
const draft: Beat = [15, 45, 'open_pull'];
const finish: readonly Beat[] = [
  [150, 540, 'push'],
  [10, 40, 'complete'],
];
const work = [...start, draft, ...finish];

export const scripts = {
  works: {
    weight: 55,
    about: 'opens a draft pull request and ends',
    beats: work,
  },
  waits: {
    weight: 14,
    about: 'asks a person; works on once answered',
    beats: [...start, draft, [40, 120, 'ask']],
    afterAnswer: [[4, 10, 'resume'], ...finish],
  },
  fails: {
    weight: 8,
    about: 'fails with an error after some work',
    beats: [...start, [60, 240, 'fail']],
  },
  'no-change': {
    weight: 7,
    about: 'ends without a change, branch or pull request',
    beats: [...start, [60, 200, 'give_up_branch'], [1, 3, 'complete']],
  },
  'empty-diff': {
    weight: 2,
    about: 'opens a pull request that changes nothing',
    beats: [...start, draft, [60, 200, 'complete']],
  },
  'times-out': {
    weight: 4,
    about: 'works until the limit of one hour ends it',
    beats: [...start, draft, [3500, 3500, 'time_out']],
  },
  idles: {
    weight: 5,
    about: 'opens a pull request, then sits idle',
    beats: [...start, draft, [150, 540, 'push'], [10, 40, 'rest']],
  },
  'checks-fail': {
    weight: 5,
    about: 'opens a pull request whose checks fail',
    beats: work,
    checksWill: 'fail',
  },
  'branch-only': {
    weight: 0,
    about: 'pushes a branch but opens no pull request',
    beats: [...start, ...finish],
  },
  conflicts: {
    weight: 0,
    about: 'opens a pull request that cannot be merged',
    beats: work,
    mergeable: false,
  },
  strays: {
    weight: 0,
    about: 'changes a file outside the limits that its prompt names',
    beats: work,
    strays: true,
  },
  resumes: {
    weight: 0,
    about: 'ends, then begins a second session by itself',
    beats: [...work, [120, 300, 'continue']],
  },
  'stays-queued': { weight: 0, about: 'never begins', beats: [] },
  'works-on': {
    weight: 0,
    about: 'never ends by itself',
    beats: [...start, draft],
  },
  stubborn: {
    weight: 0,
    about: 'never ends; a cancel is accepted and changes nothing',
    beats: [...start, draft],
  },
} satisfies Record<string, Script>;

export type ScriptName = keyof typeof scripts;

/** What a follow-up asked for in a comment, or a second session, does. */
export const followUp: readonly Beat[] = [
  [3, 12, 'begin'],
  [5, 15, 'branch'],
  ...finish,
];

export function isScript(name: string): name is ScriptName {
  return Object.prototype.hasOwnProperty.call(scripts, name);
}

export function scriptNamed(name: string): Script {
  return isScript(name) ? scripts[name] : scripts.works;
}

/** A line `simulator: waits` in a prompt orders that script. */
export function scriptIn(prompt: string): ScriptName | undefined {
  const name = /^simulator:[ \t]*([\w-]+)[ \t]*$/im.exec(prompt)?.[1];
  return name && isScript(name) ? name : undefined;
}

export function drawScript(seed: number, ordinal: number): ScriptName {
  const names = Object.keys(scripts) as ScriptName[];
  const total = names.reduce((sum, name) => sum + scripts[name].weight, 0);
  let left = chance(seed, 'script', ordinal) * total;
  for (const name of names) {
    left -= scripts[name].weight;
    if (left < 0) return name;
  }
  return 'works';
}
