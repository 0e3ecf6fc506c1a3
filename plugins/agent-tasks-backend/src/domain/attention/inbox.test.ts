import { Task } from '../task/task';
import { ana, bo, DAY, NOON, payments, platform } from '../testing/exampleData';
import { taskAfter, taskIn, trackedTask } from '../testing/exampleTask';
import { inboxGroups, isForTeam, isMine } from './inbox';

const reviewed = () =>
  taskAfter(trackedTask({ state: 'completed' }), ['artifactsRead']);

describe('the inbox', () => {
  const one = (id: string, over: Partial<Task>): Task => ({
    ...reviewed(),
    id,
    ...over,
  });

  it('groups by why, the least time left first, the snoozed apart', () => {
    const { groups, snoozed } = inboxGroups(
      [
        one('late', { attentionDueAt: NOON + 9 }),
        one('soon', { attentionDueAt: NOON + 1, attentionSince: NOON - DAY }),
        one('asleep', { snoozedUntil: NOON + 1 }),
        one('awake', { snoozedUntil: NOON, attention: 'question' }),
      ],
      NOON,
    );
    expect(
      groups.map(g => [
        g.attention,
        g.count,
        g.oldestAt,
        g.items.map(({ id }) => id),
      ]),
    ).toEqual([
      ['question', 1, NOON, ['awake']],
      ['review', 2, NOON - DAY, ['soon', 'late']],
    ]);
    expect(snoozed.items.map(({ id }) => id)).toEqual(['asleep']);
  });

  it('mine is what I took, or what needs me as its requester', () => {
    expect(isMine(one('a', { assignee: ana }), ana)).toBe(true);
    expect(isMine(one('a', { routedTo: [ana, payments] }), ana)).toBe(true);
    expect(isMine(one('a', { routedTo: [payments] }), ana)).toBe(false);
    expect(isMine(one('a', { routedTo: [bo] }), bo)).toBe(false);
  });

  it('my team’s is what nobody else has taken', () => {
    expect(isForTeam(one('a', {}), [payments], bo)).toBe(true);
    expect(isForTeam(one('a', { assignee: bo }), [payments], bo)).toBe(true);
    expect(isForTeam(one('a', { assignee: ana }), [payments], bo)).toBe(false);
    expect(isForTeam(one('a', {}), [platform], bo)).toBe(false);
    expect(isForTeam(taskIn('queued'), [payments], bo)).toBe(false);
  });
});
