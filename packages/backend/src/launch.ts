import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { ConfigSources } from '@backstage/config-loader';
import { Portal } from './portal';

/** Says in one sentence why a portal must not start, or nothing. */
export type Refusal = (
  config: Config,
  nodeEnv: string | undefined,
) => string | undefined;

/**
 * Starts a portal, unless it is refused or fails: then the process ends with
 * code 1. The configuration that was judged is the very object the portal
 * runs on, so that nothing can differ between the look and the start.
 */
export async function launch(
  createPortal: () => Portal,
  refusal: Refusal,
): Promise<void> {
  try {
    const config = await ConfigSources.toConfig(
      ConfigSources.default({ watch: true }),
    );
    const reason = refusal(config, process.env.NODE_ENV);
    if (reason) {
      process.stderr.write(`${reason}\n`);
      process.exit(1);
    }
    const portal = createPortal();
    portal.add(
      createServiceFactory({
        service: coreServices.rootConfig,
        deps: {},
        factory: () => config,
      }),
    );
    await portal.start();
  } catch (error) {
    // Backstage turns an unhandled rejection into a log line and lives on, deaf.
    process.stderr.write(`${error}\n`);
    process.exit(1);
  }
}
