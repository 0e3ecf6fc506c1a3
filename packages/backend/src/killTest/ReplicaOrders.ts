import { JsonObject } from '@backstage/types';
import { BrokenRule } from './brokenRules';

/** What a replica is told to be. */
export interface ReplicaOrders {
  config: JsonObject;
  /** A mistake to make, so that the test has something to find. */
  rule?: BrokenRule;
  /** People can sign in, and a neighbouring plugin asks for tasks in their name. */
  hasPeople?: boolean;
  /** People are told by Backstage's notifications. */
  hasNotifications?: boolean;
}

/** What a replica says of itself. */
export type ReplicaWord = 'loaded' | 'ready';

/** How far off a replica's clock is to be from now on. */
export interface ClockOrder {
  clockAheadMs: number;
}

/** What a replica's clock reads after an order. */
export interface ClockReading {
  clockReads: number;
}
