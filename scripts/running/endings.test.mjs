import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';

const endings = new URL('./endings.mjs', import.meta.url);

/** A process of ours that waits, and prints what it stopped. */
const program = `
  import { atEnd, endAllOnSignals } from '${endings}';
  atEnd(() => console.log('first'));
  atEnd(async () => { throw new Error('stuck'); });
  atEnd(() => console.log('gone'))();
  atEnd(() => console.log('last'));
  endAllOnSignals();
  setInterval(() => {}, 1000);
  console.log('ready');
`;

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
]) {
  test(`${signal} stops everything, the latest first, whatever fails`, async () => {
    const child = spawn(process.execPath, [
      '--input-type=module',
      '--eval',
      program,
    ]);
    const said = [];
    child.stdout.on('data', chunk => {
      said.push(...`${chunk}`.trim().split('\n'));
      if (said.length === 1) child.kill(signal);
    });
    const [status] = await once(child, 'close');
    assert.deepEqual(said, ['ready', 'last', 'first']);
    assert.equal(status, code);
  });
}
