import { FaultKind } from '@agent-tasks/github-simulator';
import { Dice } from './Dice';

export interface KillPlanOptions {
  tasks: number;
  kills: number;
  seed: number;
}

/** A start request, by its place among all that arrive, and what becomes of its answer. */
export interface PlannedFault {
  nth: number;
  kind: FaultKind;
}

/** When replicas die, and how many of them. */
export interface KillMoment {
  /** What has to have been seen so many times before. */
  after: 'answers' | 'starts';
  count: number;
  victims: 'one' | 'all';
  /** The start request that is held at GitHub, before or after it creates, while its sender dies. */
  holds?: 'slow_before' | 'slow_after';
}

export interface KillPlan {
  seed: number;
  tasks: number;
  faults: PlannedFault[];
  kills: KillMoment[];
}

/** Each leaves the portal without knowing whether there is a task now; half of them created one. */
const UNCLEAR: readonly FaultKind[] = [
  'reset_after',
  'error_before',
  'error_after',
  'reset_before',
  'malformed_json',
];
const UNCLEAR_SHARE = 0.08;

/** What goes wrong in one run: the same seed plans the same. */
export function planKills(options: KillPlanOptions): KillPlan {
  const { tasks, kills, seed } = options;
  const dice = new Dice(seed);
  // The last few may never be sent: a kill between intent and request leaves one out.
  const ordinals = range(1, tasks - kills);
  const spoilt = dice.pick(ordinals, Math.round(tasks * UNCLEAR_SHARE));
  const free = ordinals.filter(nth => !spoilt.includes(nth));
  return {
    seed,
    tasks,
    faults: spoilt.map((nth, index) => ({
      nth,
      kind: UNCLEAR[index % UNCLEAR.length],
    })),
    kills: momentsOf(options, free, dice),
  };
}

/** A third while requests come in, a third with a start at GitHub, the rest in between. */
function momentsOf(
  { tasks, kills }: KillPlanOptions,
  free: number[],
  dice: Dice,
): KillMoment[] {
  const third = Math.max(1, Math.floor(kills / 3));
  const held = dice.pick(free, kills === 0 ? 0 : third);
  const open = free.filter(nth => !held.includes(nth));
  const asking = dice.pick(range(1, tasks - 1), Math.min(third, kills - 1));
  const rest = dice.pick(open, kills - held.length - asking.length);
  const moments: KillMoment[] = [
    ...asking.map(
      (count): KillMoment => ({ after: 'answers', count, victims: 'one' }),
    ),
    ...rest.map(
      (count): KillMoment => ({ after: 'starts', count, victims: 'one' }),
    ),
    ...held.map(
      (count, index): KillMoment => ({
        after: 'starts',
        count,
        // Whoever sent it is among the victims.
        victims: 'all',
        holds: index % 2 === 0 ? 'slow_after' : 'slow_before',
      }),
    ),
  ];
  // What is held waits for its moment, and may not wait for later ones.
  return moments.sort((one, other) => one.count - other.count);
}

function range(first: number, last: number): number[] {
  return Array.from(
    { length: Math.max(0, last - first + 1) },
    (_, index) => first + index,
  );
}
