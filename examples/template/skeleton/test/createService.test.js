import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { createService } from '../src/createService.js';

async function statusOf(path) {
  const service = createService().listen(0, '127.0.0.1');
  await once(service, 'listening');
  try {
    const { port } = service.address();
    return (await fetch(`http://127.0.0.1:${port}${path}`)).status;
  } finally {
    service.close();
  }
}

test('says that it is well', async () => {
  assert.equal(await statusOf('/health'), 200);
});

test('knows no other address yet', async () => {
  assert.equal(await statusOf('/'), 404);
});
