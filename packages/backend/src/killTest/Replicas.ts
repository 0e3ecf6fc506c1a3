import { Replica } from './Replica';
import { ReplicaOrders } from './ReplicaOrders';

/** One place in the cluster: its orders stay, its process changes. */
interface Place {
  orders: ReplicaOrders;
  replica?: Replica;
  isUp: boolean;
}

/** The order and its answer travel, on a machine that has other things to do. */
const CLOCK_SLACK_MS = 60_000;

/** The processes of one portal. Whoever dies is replaced by one that was loaded before. */
export class Replicas {
  readonly #places: Place[];
  readonly #spares: Replica[] = [];
  kills = 0;

  constructor(orders: ReplicaOrders[]) {
    this.#places = orders.map(one => ({ orders: one, isUp: false }));
  }

  get count(): number {
    return this.#places.length;
  }

  /** The first makes the tables, so the others wait for it. */
  async start(): Promise<void> {
    this.#spares.push(...this.#places.map(() => new Replica()));
    await this.#fill(this.#places[0]);
    await this.refill();
  }

  isUp(index: number): boolean {
    return this.#places[index].isUp;
  }

  async kill(...indices: number[]): Promise<void> {
    await Promise.all(
      indices.map(async index => {
        const place = this.#places[index];
        const { replica } = place;
        place.replica = undefined;
        place.isUp = false;
        this.kills += replica ? 1 : 0;
        await replica?.kill();
      }),
    );
  }

  /** Starts one wherever one is missing, or in the first `most` of these places. */
  async refill(most = Infinity): Promise<void> {
    const empty = this.#places.filter(({ replica }) => !replica).slice(0, most);
    await Promise.all(empty.map(place => this.#fill(place)));
  }

  async killAll(): Promise<void> {
    await this.kill(...this.#places.keys());
  }

  async close(): Promise<void> {
    await this.killAll();
    await Promise.all(this.#spares.map(spare => spare.kill()));
  }

  /** Those that should be up and are not: nobody killed them. */
  ended(): number {
    return this.#places.filter(({ replica }) => replica?.hasEnded).length;
  }

  /**
   * Puts each clock off by as much as it is told.
   *
   * @throws Error when one does not read what it was put to
   */
  async putClocks(aheadMs: (index: number) => number): Promise<void> {
    await Promise.all(
      this.#places.map(async ({ replica }, index) => {
        const reads = await replica?.putClock(aheadMs(index));
        const difference = (reads ?? NaN) - Date.now() - aheadMs(index);
        if (!(Math.abs(difference) < CLOCK_SLACK_MS)) {
          throw new Error(`The clock of replica ${index} did not move`);
        }
      }),
    );
  }

  /** What the replicas that are up said last. */
  output(): string {
    return this.#places
      .map(({ replica }) => replica?.output ?? '(down)')
      .join('\n--- next replica ---\n');
  }

  async #fill(place: Place): Promise<void> {
    const next = this.#spares.shift() ?? new Replica();
    place.replica = next;
    await next.start(place.orders);
    place.isUp = true;
    this.#spares.push(new Replica());
  }
}
