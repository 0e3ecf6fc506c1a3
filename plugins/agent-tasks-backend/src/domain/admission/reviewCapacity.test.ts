import { payments, platform, NOON } from '../testing/exampleData';
import { taskIn } from '../testing/exampleTask';
import { Task } from '../task/task';
import { reviewPlaces } from './reviewCapacity';

const owned = (task: Task, ...owners: string[]): Task => ({
  ...task,
  people: { ...task.people, owners },
});
const five = () => 5;

describe('review capacity', () => {
  it('is used once by each task that will bring a pull request, for each of its owners', () => {
    const both = owned(taskIn('starting'), payments, platform, platform);
    const one = owned(taskIn('starting'), payments);
    expect(
      Object.fromEntries(reviewPlaces([], [both, one], five, NOON)),
    ).toEqual({
      [payments]: { used: 2, limit: 5 },
      [platform]: { used: 1, limit: 5 },
    });
  });

  it('is free, and not without a limit, for who has nothing under way', () => {
    const asks = owned(taskIn('queued'), platform);
    const busy = owned(taskIn('starting'), payments);
    const places = reviewPlaces([asks], [busy], five, NOON);
    expect(places.get(platform)).toEqual({ used: 0, limit: 5 });
  });

  it('of nobody is limited where none is set', () => {
    const places = reviewPlaces([taskIn('queued')], [], () => undefined, NOON);
    expect(places.size).toBe(0);
  });
});
