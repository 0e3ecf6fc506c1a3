import { Response } from 'express';
import { Account, Token } from '../state/World';
import { OrderedFault } from '../faults/FaultOrder';

/** What the door knows of one request and its answer; it travels in `res.locals`. */
export interface Exchange {
  requestId: string;
  /** Below the API's root, as fault orders and the journal name it. */
  path: string;
  operation: string | null;
  viewer: Account | null;
  token: Token | null;
  fault: OrderedFault | null;
  /** Writes the journal entry; the second call does nothing. */
  record(status: number): void;
}

export function exchangeOf(res: Response): Exchange {
  return res.locals.exchange as Exchange;
}
