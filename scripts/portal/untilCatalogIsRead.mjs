import { setTimeout } from 'node:timers/promises';
import { Complaint } from '../running/Complaint.mjs';

const LOOK_EVERY_MS = 250;
const PATIENCE_MS = 60_000;

/** What every example of the demo needs: a person, and the last of the files that are read. */
const NEEDED = [
  'component:default/payments-ledger',
  'agenttasktemplate:default/test-modernization',
];

/**
 * A portal is ready before its catalog has read the examples: until then nobody can sign in, and no
 * template fits anything.
 *
 * @param {string} url of the portal
 */
export async function untilCatalogIsRead(url) {
  const giveUpAt = performance.now() + PATIENCE_MS;
  while (!(await isRead(url))) {
    if (performance.now() > giveUpAt) {
      throw new Complaint('The demo’s catalog was not read within a minute.');
    }
    await setTimeout(LOOK_EVERY_MS);
  }
}

async function isRead(url) {
  const session = await fetch(`${url}/api/auth/demo/refresh`, {
    headers: { 'x-demo-user': 'ana' },
  });
  if (!session.ok) return false;
  const { backstageIdentity } = await session.json();
  const answer = await fetch(`${url}/api/catalog/entities/by-refs`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${backstageIdentity.token}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ entityRefs: NEEDED }),
  });
  if (!answer.ok) return false;
  const { items } = await answer.json();
  return items.every(Boolean);
}
