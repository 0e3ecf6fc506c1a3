import { freePort } from '../portal/ports.mjs';
import { startPortal } from '../portal/startPortal.mjs';
import { untilCatalogIsRead } from '../portal/untilCatalogIsRead.mjs';
import { inTemporaryDirectory } from '../running/inTemporaryDirectory.mjs';

/**
 * Lends out a demo portal of its own: free ports, nothing in it but the examples.
 *
 * @template T
 * @param {string} root
 * @param {(portal: { url: string, simulatorUrl: string }, directory: string) => Promise<T>} use
 * @returns {Promise<T>}
 */
export function onDemoPortal(root, use) {
  return inTemporaryDirectory('portal', async directory => {
    const portal = await startPortal({
      root,
      directory,
      portalPort: await freePort(),
      simulatorPort: await freePort(),
    });
    try {
      await untilCatalogIsRead(portal.url);
      return await use(portal, directory);
    } finally {
      await portal.stop();
    }
  });
}
