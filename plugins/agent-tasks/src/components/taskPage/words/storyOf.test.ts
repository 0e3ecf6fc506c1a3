import type { TaskEvent } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { storyOf } from './storyOf';

function events(...types: string[]): TaskEvent[] {
  return types.map((type, index) => ({
    seq: index + 1,
    at: '2026-11-20T08:00:00.000Z',
    type,
    actor: { type: 'system', ref: null },
    source: 'engine',
    details: {},
  }));
}

const shapeOf = (types: string[]) =>
  storyOf(events(...types)).map(part =>
    part.kind === 'event' ? part.event.type : part.events.length,
  );

describe('the story of a task', () => {
  it('tells events one by one, and a long run of waiting as one', () => {
    const waits = 'heldChanged';
    expect(
      shapeOf([
        'submitted',
        waits,
        'preflighted',
        waits,
        waits,
        waits,
        'claimed',
      ]),
    ).toEqual(['submitted', waits, 'preflighted', 3, 'claimed']);
    expect(shapeOf([waits, waits])).toEqual([waits, waits]);
    expect(shapeOf([waits, waits, waits, waits])).toEqual([4]);
    expect(shapeOf([])).toEqual([]);
  });
});
