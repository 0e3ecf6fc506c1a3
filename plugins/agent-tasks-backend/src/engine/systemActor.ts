import { Actor, EventEnvelope } from '../domain/task/taskEvent';

const SYSTEM: Actor = { type: 'system', ref: null };

/** One of our loops decided it. */
export const byEngine: EventEnvelope = { actor: SYSTEM, source: 'engine' };

/** It was read at the provider. */
export const byProvider: EventEnvelope = {
  actor: { type: 'provider', ref: null },
  source: 'provider',
};
