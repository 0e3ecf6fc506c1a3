/**
 * What a program does next after an error. A closed set, so that an agent needs no prose to decide.
 *
 * @public
 */
export const NEXT_ACTIONS = [
  'stop',
  'fix_request',
  'wait_and_repeat',
  'poll_task',
  'read_task',
  'ask_human',
  'reauthenticate',
  'request_access',
  'choose_other',
] as const;

/** @public */
export type NextAction = (typeof NEXT_ACTIONS)[number];
