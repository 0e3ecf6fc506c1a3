import { snoozedUntil } from './snoozeTimes';

const at = (text: string) => new Date(text).getTime();

describe('putting a task aside', () => {
  // Without a zone: by the clock of the person.
  it.each([
    ['hour', '2026-11-20T08:30:00', '2026-11-20T09:30:00'],
    ['hours', '2026-11-20T22:30:00', '2026-11-21T02:30:00'],
    ['tomorrow', '2026-11-20T23:30:00', '2026-11-21T09:00:00'],
    ['week', '2026-11-20T08:30:00', '2026-11-23T09:00:00'],
    ['week', '2026-11-22T08:30:00', '2026-11-23T09:00:00'],
    ['week', '2026-11-23T08:30:00', '2026-11-30T09:00:00'],
  ] as const)('for %s at %s lasts until %s', (choice, now, until) => {
    expect(at(snoozedUntil(choice, new Date(now)))).toBe(at(until));
  });
});
