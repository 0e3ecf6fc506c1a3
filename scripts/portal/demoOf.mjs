import { resolve } from 'node:path';
import { refuseTakenPort } from './ports.mjs';

/**
 * Where the demo lives on this machine: as always, or as its variables say.
 *
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<import('./startPortal.mjs').Demo>}
 */
export async function demoOf(root, env) {
  const portalPort = Number(env.PORTAL_PORT ?? 7007);
  const simulatorPort = Number(env.SIMULATOR_PORT ?? 7099);
  await refuseTakenPort(portalPort, {
    purpose: 'the portal',
    variable: 'PORTAL_PORT',
  });
  await refuseTakenPort(simulatorPort, {
    purpose: 'the GitHub simulator',
    variable: 'SIMULATOR_PORT',
  });
  const directory = resolve(root, env.DEMO_DIRECTORY ?? '.demo');
  return { root, directory, portalPort, simulatorPort };
}
