import type { Task } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { railOf } from './railOf';

const at = '2026-11-20T08:00:00.000Z';
const reached = (...stages: Task['stages'][number]['stage'][]) =>
  stages.map(stage => ({ stage, at }));

describe('the rail of a task', () => {
  it.each([
    [reached('asked'), ['now', 'ahead', 'ahead', 'ahead', 'ahead']],
    [
      reached('asked', 'waiting', 'working'),
      ['reached', 'reached', 'now', 'ahead', 'ahead'],
    ],
    [
      reached('asked', 'result'),
      ['reached', 'skipped', 'skipped', 'skipped', 'reached'],
    ],
    [
      reached('asked', 'waiting', 'working', 'review', 'result'),
      ['reached', 'reached', 'reached', 'reached', 'reached'],
    ],
  ])('of %j stands at %j', (stages, places) => {
    expect(railOf(stages).map(({ place }) => place)).toEqual(places);
  });
});
