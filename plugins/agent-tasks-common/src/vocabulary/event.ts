/**
 * Who an event of the record is put down to. `provider`: nobody here did it, it was read there.
 *
 * @public
 */
export const ACTOR_TYPES = ['user', 'service', 'system', 'provider'] as const;

/** @public */
export type ActorType = (typeof ACTOR_TYPES)[number];

/**
 * Where an event of the record comes from: `command`, somebody asked for it; `engine`, one of our
 * loops decided it; `provider`, it was learnt from an answer of the provider.
 *
 * @public
 */
export const EVENT_SOURCES = ['command', 'engine', 'provider'] as const;

/** @public */
export type EventSource = (typeof EVENT_SOURCES)[number];
