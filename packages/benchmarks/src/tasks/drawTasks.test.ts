import { Dice } from './Dice';
import { drawTasks } from './drawTasks';

const NOON = Date.UTC(2026, 10, 20, 12);

describe('drawTasks', () => {
  it('gives so many, in the order in which they were asked for, none like another', () => {
    const tasks = [...drawTasks(25, NOON, new Dice(1), 10)];
    expect(tasks).toHaveLength(25);
    const times = tasks.map(({ createdAt }) => createdAt);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(new Set(tasks.map(({ id }) => id)).size).toBe(25);
    const started = tasks.flatMap(task => task.providerTaskId ?? []);
    expect(started.length).toBeGreaterThan(10);
    expect(new Set(started).size).toBe(started.length);
  });
});
