import { HOUR, MINUTE, NOON } from '../testing/exampleData';
import { taskIn } from '../testing/exampleTask';
import { isForgottenStart } from './isForgottenStart';

it.each([
  ['never started, as far as we know', null, NOON, true],
  ['created by the attempt we know', NOON, NOON + 30_000, false],
  ['created late by the attempt we know', NOON, NOON + 9 * MINUTE, false],
  ['created long after the attempt we know', NOON, NOON + HOUR, true],
  ['created before the attempt we know', NOON, NOON - HOUR, false],
])('a start that was %s', (_, intentAt, createdAt, expected) => {
  const attempts = intentAt === null ? 0 : 1;
  const task = { ...taskIn('queued'), intentAt, attempts };
  expect(isForgottenStart(task, createdAt)).toBe(expected);
});

it('what appears after a person said "not started" is late, not forgotten', () => {
  const task = { ...taskIn('queued'), intentAt: null, attempts: 1 };
  expect(isForgottenStart(task, NOON)).toBe(false);
});

it('what is followed already was not forgotten', () => {
  const task = { ...taskIn('tracking'), intentAt: null };
  expect(isForgottenStart({ ...task, providerTaskId: 'p1' }, NOON)).toBe(false);
});
