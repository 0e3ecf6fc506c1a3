import { START_FATES, StartFate } from './coverage';
import { Dice } from './Dice';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const MISHAPS = [
  'crash_before_commit',
  'crash_after_commit',
  'pause',
  'database_refused',
  'database_answer_lost',
] as const;
export type Mishap = (typeof MISHAPS)[number];

/** Steps at which a start can be torn apart; mishaps elsewhere are rarer. */
const TENDER = [
  'admit',
  'answer',
  'texts',
  'send',
  'now',
  'saveIdentity',
  'load',
  'save',
];
/** Longer than any lease. */
export const LONG_PAUSE_MS = 150_000;
const MOST_MISHAPS = 8;

/**
 * What may go wrong in one history, and how often. Each history leaves out most kinds of faults: a
 * history in which everything fails reaches less than many in which a few things fail often.
 */
export class Plan {
  readonly replicas: number;
  readonly tasks: number;
  readonly repositories: number;
  /** After this everything works, and every task has to come to an end. */
  readonly faultsEndAt: number;
  /** The provider's clock minus the database's. */
  readonly clockSkewMs: number;
  readonly longestListingLagMs: number;
  /** Processes stand still for long, and people settle meanwhile what is unclear. */
  readonly isHaunted: boolean;
  private readonly fates: StartFate[];
  private readonly mishaps: { kind: Mishap; often: number }[];
  private readonly on = new Set<string>();
  private mishapsLeft = MOST_MISHAPS;

  constructor(
    private readonly dice: Dice,
    private readonly clock: () => number,
    haunted: number,
  ) {
    this.replicas = dice.between(2, 3);
    this.tasks = dice.between(1, 3);
    this.repositories = dice.between(1, 2);
    this.faultsEndAt = clock() + dice.between(10 * MINUTE, HOUR);
    this.clockSkewMs = dice.chance(0.3) ? dice.between(-120_000, 120_000) : 0;
    this.longestListingLagMs = dice.pick([0, 5_000, MINUTE, 15 * MINUTE]);
    this.isHaunted = dice.chance(haunted);
    const chosen = START_FATES.filter(() => dice.chance(0.25));
    this.fates = ['created', ...chosen, ...chosen];
    this.mishaps = MISHAPS.filter(() => dice.chance(0.4)).map(kind => ({
      kind,
      often: dice.pick([0.003, 0.01, 0.04]),
    }));
    if (this.isHaunted) this.longestListingLagMs = HOUR;
  }

  get isFaulty(): boolean {
    return this.clock() < this.faultsEndAt;
  }

  startFate(): StartFate {
    return this.isFaulty ? this.dice.pick(this.fates) : 'created';
  }

  /** Whether this history has a kind of trouble at all; the same answer each time. */
  has(trouble: string, probability: number): boolean {
    const [yes, no] = [`${trouble} yes`, `${trouble} no`];
    if (!this.on.has(yes) && !this.on.has(no)) {
      this.on.add(this.dice.chance(probability) ? yes : no);
    }
    return this.on.has(yes);
  }

  /** Whether some trouble strikes now, in a history that has it. */
  strikes(trouble: string, often: number): boolean {
    return this.isFaulty && this.has(trouble, 0.3) && this.dice.chance(often);
  }

  /** How long a process stands still. */
  pauseMs(): number {
    const { dice } = this;
    if (dice.chance(0.4)) return dice.between(1_000, 2 * MINUTE);
    return this.isHaunted
      ? dice.between(4 * MINUTE, 25 * MINUTE)
      : dice.between(LONG_PAUSE_MS, 2 * LONG_PAUSE_MS);
  }

  mishapAt(label: string): Mishap | undefined {
    if (this.mishapsLeft === 0 || !this.isFaulty) return undefined;
    const isAtNetwork = label === 'send' || label === 'answer';
    if (this.isHaunted && isAtNetwork && this.dice.chance(0.4)) {
      this.mishapsLeft -= 1;
      return 'pause';
    }
    for (const { kind, often } of this.mishaps) {
      const fits = !isAtNetwork || !kind.startsWith('database');
      const rarity = TENDER.includes(label) ? 1 : 0.2;
      if (fits && this.dice.chance(often * rarity)) {
        this.mishapsLeft -= 1;
        return kind;
      }
    }
    return undefined;
  }
}
