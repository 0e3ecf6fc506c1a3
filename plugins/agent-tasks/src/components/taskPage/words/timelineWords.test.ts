import type { TaskEvent } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { taskMessages } from '../../../translations/task';
import { timelineWords } from './timelineWords';

function event(changes: Partial<TaskEvent>): TaskEvent {
  return {
    seq: 1,
    at: '2026-11-20T08:00:00.000Z',
    type: 'submitted',
    actor: { type: 'user', ref: 'user:default/ana' },
    source: 'command',
    details: {},
    ...changes,
  };
}

describe('the words for an event', () => {
  const types = Object.keys(taskMessages.event).filter(
    key => !key.startsWith('noted_'),
  );

  it.each(types)('exist for %s', type => {
    expect(timelineWords(event({ type })).key).toBe(type);
  });

  it.each(['run_again', 'adopted', 'answer_unclear', 'person_erased'])(
    'exist for a note on %s',
    what => {
      const words = timelineWords(event({ type: 'noted', details: { what } }));
      expect(words.key).toBe(`noted_${what}`);
    },
  );

  it.each(['somethingNewer', 'constructor', 'toString'])(
    'are left to its own word when it is %s',
    type => {
      expect(timelineWords(event({ type })).key).toBeNull();
    },
  );

  it('tell from where to where, and why', () => {
    const words = timelineWords(
      event({
        type: 'judged',
        from: 'tracking',
        to: 'tracking',
        reason: 'It was merged',
        details: {
          outcome: 'succeeded',
          corrects: 'failed',
          failureClass: 'agent_failed',
          held: 'budget',
          flags: ['too_large', 'shared_identity', 'a_newer_flag', 7],
        },
      }),
    );
    expect(words).toEqual({
      key: 'judged',
      step: { from: 'tracking', to: 'tracking' },
      reason: 'It was merged',
      failure: 'agent_failed',
      held: 'budget',
      outcome: 'succeeded',
      corrects: 'failed',
      flags: ['too_large'],
    });
  });

  it('leave out what the details do not hold as a word of ours', () => {
    const odd = event({ details: { outcome: { x: 1 }, flags: 'all' } });
    expect(timelineWords(odd)).toMatchObject({ outcome: null, flags: [] });
  });
});
