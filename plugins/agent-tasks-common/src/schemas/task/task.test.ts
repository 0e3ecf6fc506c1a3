import { exampleTask } from '../__fixtures__/exampleTask';
import { taskListItemSchema, taskListSchema, taskSchema } from './task';

const { prompt, parameters, sessions, stages, ...listItem } = exampleTask;

describe('a task', () => {
  it('has the shape that the design shows', () => {
    expect(taskSchema.parse(exampleTask)).toEqual(exampleTask);
  });

  it('has no field that is not described', () => {
    expect(taskSchema.safeParse({ ...exampleTask, token: 'x' }).success).toBe(
      false,
    );
    expect(
      taskSchema.safeParse({
        ...exampleTask,
        identity: { ...exampleTask.identity, token: 'x' },
      }).success,
    ).toBe(false);
  });

  it.each(Object.keys(exampleTask))('has %s, or does not parse', field => {
    const { [field as keyof typeof exampleTask]: _, ...rest } = exampleTask;
    expect(taskSchema.safeParse(rest).success).toBe(false);
  });

  it('may hide prompt and parameters, and show a word of the provider that nobody knows', () => {
    const hidden = {
      ...exampleTask,
      prompt: null,
      parameters: null,
      providerState: 'daydreaming',
    };
    expect(taskSchema.parse(hidden)).toEqual(hidden);
  });

  it('comes in lists without prompt, parameters, sessions and stages', () => {
    const list = { items: [listItem], nextCursor: 'abc', totalItems: 1001 };
    expect(taskListSchema.parse(list)).toEqual(list);
    for (const long of [{ prompt }, { parameters }, { sessions }, { stages }]) {
      expect(
        taskListItemSchema.safeParse({ ...listItem, ...long }).success,
      ).toBe(false);
    }
  });

  it('gives its times in UTC', () => {
    expect(
      taskSchema.safeParse({
        ...exampleTask,
        createdAt: '2026-11-20T09:00:00+01:00',
      }).success,
    ).toBe(false);
  });
});
