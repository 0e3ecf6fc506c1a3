import { TASK_PHASES, TaskPhase } from './phase';
import {
  isKnownProviderState,
  PROVIDER_STATES,
  stateOf,
  TASK_STATES,
  TaskState,
} from './state';

const byPhase: Record<Exclude<TaskPhase, 'tracking'>, TaskState> = {
  pending_approval: 'pending_approval',
  queued: 'queued',
  starting: 'starting',
  unconfirmed: 'unconfirmed',
  quarantined: 'unconfirmed',
  rejected: 'rejected',
  withdrawn: 'cancelled',
  expired: 'expired',
  refused: 'failed',
  written_off: 'failed',
};

const whileTracking: [word: string | null, state: TaskState][] = [
  [null, 'starting'],
  ['queued', 'starting'],
  ['in_progress', 'in_progress'],
  ['waiting_for_user', 'waiting_for_user'],
  ['idle', 'idle'],
  ['completed', 'completed'],
  ['failed', 'failed'],
  ['timed_out', 'timed_out'],
  ['cancelled', 'cancelled'],
  ['a word nobody told us', 'in_progress'],
];

const words = [...PROVIDER_STATES, null, 'a word nobody told us'];

describe('the state of a task', () => {
  it.each(Object.entries(byPhase) as [keyof typeof byPhase, TaskState][])(
    'is decided by the phase %s alone, whatever the provider says',
    (phase, state) => {
      for (const providerState of words) {
        expect(stateOf({ phase, providerState })).toBe(state);
      }
    },
  );

  it.each(whileTracking)(
    'while tracking, the word %p of the provider reads as %s',
    (providerState, state) => {
      expect(stateOf({ phase: 'tracking', providerState })).toBe(state);
    },
  );

  it('can be any of its words, and every phase and word is in the tables above', () => {
    expect(Object.keys(byPhase).concat('tracking').sort()).toEqual(
      [...TASK_PHASES].sort(),
    );
    expect(whileTracking.map(([word]) => word)).toEqual(
      expect.arrayContaining([...PROVIDER_STATES]),
    );
    const reached = TASK_PHASES.flatMap(phase =>
      words.map(providerState => stateOf({ phase, providerState })),
    );
    expect([...new Set(reached)].sort()).toEqual([...TASK_STATES].sort());
  });

  it('knows the eight words of the provider, and takes none from the prototype', () => {
    expect(PROVIDER_STATES.every(isKnownProviderState)).toBe(true);
    expect(isKnownProviderState('toString')).toBe(false);
    expect(stateOf({ phase: 'tracking', providerState: 'constructor' })).toBe(
      'in_progress',
    );
  });
});
