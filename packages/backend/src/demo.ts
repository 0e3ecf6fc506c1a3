/**
 * The demo portal: everything the portal is, and a sign-in without passwords.
 *
 *   node --require @backstage/cli-node/config/nodeTransform.cjs \
 *     packages/backend/src/demo.ts \
 *     --config app-config.yaml --config app-config.demo.yaml
 *
 * Needs NODE_ENV=development, and packages/app built before (`yarn workspace
 * app build`). May be started from any directory: relative paths, those of
 * --config and those inside app-config.demo.yaml, start at the repository's
 * root. PORTAL_PORT, SIMULATOR_PORT and DEMO_DIRECTORY move it out of the way
 * of another demo.
 */
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { demoExamples } from './demoExamples';
import { demoRefusal } from './demoRefusal';
import { demoSignIn } from './demoSignIn';
import { launch } from './launch';
import { createPortal } from './portal';

// The database directory and catalog files are looked up from the working
// directory; data must survive a restart from elsewhere.
process.chdir(resolvePackagePath('backend', '../..'));

launch(() => {
  const portal = createPortal();
  portal.add(demoSignIn);
  portal.add(demoExamples);
  return portal;
}, demoRefusal);
