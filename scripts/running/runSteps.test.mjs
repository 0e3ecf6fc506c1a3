import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Complaint } from './Complaint.mjs';
import { runSteps } from './runSteps.mjs';

async function run(steps, options) {
  const lines = [];
  const say = line => lines.push(line);
  const sum = await runSteps(steps, { say, now: () => 0, ...options });
  return { sum, said: lines.join('\n') };
}

test('later steps run although an earlier one failed, and all is summed', async () => {
  const { sum } = await run([
    { title: 'first', run: async () => ({ passed: 2, failed: 1 }) },
    { title: 'second', run: async () => ({ passed: 3 }) },
    { title: 'third', run: async () => {} },
  ]);
  assert.deepEqual(sum, { passed: 5, failed: 1 });
});

test('a step that throws has failed once and says why', async () => {
  const broken = async () => {
    throw new Complaint('port 1 is in use');
  };
  const { sum, said } = await run([{ title: 'broken', run: broken }]);
  assert.deepEqual(sum, { passed: 0, failed: 1 });
  assert.match(said, /✗ broken/);
  assert.match(said, /^ {4}port 1 is in use$/m);
});

test('what a step said is shown when it failed, and only then', async () => {
  const { said } = await run([
    { title: 'good', run: async () => ({ passed: 1, output: 'chatter' }) },
    { title: 'bad', run: async () => ({ failed: 1, output: 'a\nb' }) },
  ]);
  assert.doesNotMatch(said, /chatter/);
  assert.match(said, /✓ good/);
  assert.match(said, /✗ bad.*\n {4}a\n {4}b$/);
});

test('no more than so many steps run at once', async () => {
  let running = 0;
  let most = 0;
  const work = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise(resolve => {
      setImmediate(resolve);
    });
    running -= 1;
    return { passed: 1 };
  };
  const steps = Array.from({ length: 5 }, (_, n) => ({
    title: `${n}`,
    run: work,
  }));
  const { sum } = await run(steps, { atOnce: 2 });
  assert.equal(most, 2);
  assert.equal(sum.passed, 5);
});
