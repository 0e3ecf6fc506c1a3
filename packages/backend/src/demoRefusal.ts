import { readHttpServerOptions } from '@backstage/backend-defaults/rootHttpRouter';
import { isLoopback } from './isLoopback';
import { Refusal } from './launch';

/**
 * In the demo anybody is whoever they say they are. That is only sound where
 * nobody but the person at this machine can ask.
 */
export const demoRefusal: Refusal = (config, nodeEnv) => {
  if (nodeEnv === 'production') {
    return 'The demo does not start with NODE_ENV=production, because its sign-in asks for no password.';
  }
  const { host } = readHttpServerOptions(
    config.getOptionalConfig('backend'),
  ).listen;
  if (!isLoopback(host)) {
    return 'The demo does not start, because backend.listen reaches beyond this machine and its sign-in asks for no password: set backend.listen.host to 127.0.0.1.';
  }
  return undefined;
};
