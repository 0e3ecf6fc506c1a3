import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import { withPostgres } from './withPostgres.mjs';

/** Whether somebody listens there. */
function answers({ hostname, port }) {
  return new Promise(resolve => {
    const socket = connect({ host: hostname, port: Number(port) });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

test('a PostgreSQL is there as long as it is used, even by something that fails', async () => {
  let url;
  const use = withPostgres(async lent => {
    url = new URL(lent);
    assert.equal(await answers(url), true);
    throw new Error('the tests failed');
  });
  await assert.rejects(use, /the tests failed/);
  assert.equal(await answers(url), false);
});

test('a PostgreSQL that crashes is nowhere, until it recovers where it was', async () => {
  await withPostgres(async (lent, { crash, recover }) => {
    const url = new URL(lent);
    await crash();
    assert.equal(await answers(url), false);
    await recover();
    assert.equal(await answers(url), true);
  });
});
