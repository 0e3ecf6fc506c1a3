import type { Task } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { exampleTask } from '../../testing/exampleTask';
import { conflictOf } from './conflictOf';

const at = '2026-11-20T09:00:00.000Z';
const bo = 'user:default/bo';

describe('two people on one task', () => {
  it.each<[string, Partial<Task>, Partial<Task>, string | null]>([
    ['assigned', {}, { assignee: bo }, bo],
    ['released', { assignee: bo }, { assignee: null }, null],
    ['answered', {}, { answeredAt: at, answeredBy: bo }, bo],
    ['cancelled', {}, { cancelRequestedAt: at, cancelRequestedBy: bo }, bo],
    ['acknowledged', {}, { acknowledgedAt: at }, null],
    ['snoozed', {}, { snoozedUntil: at }, null],
    ['woken', { snoozedUntil: at }, { snoozedUntil: null }, null],
    ['moved', {}, { status: 'done' }, null],
  ])('are told that it was %s', (what, before, after, by) => {
    const seen = exampleTask(before);
    const fresh = exampleTask({ ...before, ...after, revision: 8 });
    expect(conflictOf(seen, fresh)).toEqual({ what, by, fresh });
  });

  it('are told nothing when only the machine moved on', () => {
    const fresh = exampleTask({ revision: 9, updatedAt: at, sessions: [] });
    expect(conflictOf(exampleTask(), fresh)).toBeNull();
  });
});
