import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { freePort, refuseTakenPort } from './ports.mjs';

const use = { purpose: 'the portal', variable: 'PORTAL_PORT' };

test('a port in use is refused in one sentence that says what to do', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  await assert.rejects(refuseTakenPort(port, use), {
    message: `Port ${port}, meant for the portal, is in use: stop what listens there (perhaps another \`npm start\`), or choose another with PORTAL_PORT=<port>.`,
  });
  server.close();
});

test('a free port passes', async () => {
  await refuseTakenPort(await freePort(), use);
});
