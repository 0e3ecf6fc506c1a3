import { Replica } from './Replica';
import { ReplicaOrders } from './ReplicaOrders';

/** One place in the cluster: its orders stay, its process changes. */
interface Place {
  orders: ReplicaOrders;
  replica?: Replica;
  isUp: boolean;
}

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

  /** One after the other, because the first makes the tables. */
  async start(): Promise<void> {
    this.#spares.push(...this.#places.map(() => new Replica()));
    for (const place of this.#places) await this.#fill(place);
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

  /** Starts one wherever one is missing. */
  async refill(): Promise<void> {
    const empty = this.#places.filter(({ replica }) => !replica);
    await Promise.all(empty.map(place => this.#fill(place)));
  }

  async killAll(): Promise<void> {
    await this.kill(...this.#places.keys());
  }

  async close(): Promise<void> {
    await this.killAll();
    await Promise.all(this.#spares.map(spare => spare.kill()));
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
