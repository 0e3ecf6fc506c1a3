import { Config } from '@backstage/config';
import { isLoopback } from './isLoopback';
import { Refusal } from './launch';

/**
 * Production hands real tokens to whatever is configured as GitHub, and
 * believes what it answers. Plain http can be read and answered by others on
 * the way; an address of this machine is a simulator, or a mistake.
 */
export const productionRefusal: Refusal = (config, nodeEnv) => {
  if (nodeEnv !== 'production') {
    return undefined;
  }
  const offender = githubAddresses(config).find(
    ({ address }) => !isHttpsBeyondThisMachine(address),
  );
  return (
    offender &&
    `The portal does not start, because ${offender.path} is not an https address beyond this machine, and NODE_ENV is production.`
  );
};

function githubAddresses(config: Config) {
  const integrations = config.getOptionalConfigArray('integrations.github');
  const providers = config.getOptionalConfig('auth.providers.github');
  return [
    ...(integrations ?? []).flatMap((integration, index) =>
      ['host', 'apiBaseUrl', 'rawBaseUrl'].map(key => ({
        path: `integrations.github[${index}].${key}`,
        address: integration.getOptionalString(key),
      })),
    ),
    ...(providers?.keys() ?? []).map(environment => ({
      path: `auth.providers.github.${environment}.enterpriseInstanceUrl`,
      address: providers?.getOptionalString(
        `${environment}.enterpriseInstanceUrl`,
      ),
    })),
  ];
}

/** An address that is not configured means GitHub's own, which is fine. */
function isHttpsBeyondThisMachine(address: string | undefined): boolean {
  if (address === undefined) {
    return true;
  }
  // `host` comes without a scheme. Parsing it as a URL also unmasks other
  // spellings of a loopback address, such as 127.1 or 0x7f000001.
  const url = address.includes('://') ? address : `https://${address}`;
  if (!URL.canParse(url)) {
    return false;
  }
  const { protocol, hostname } = new URL(url);
  return (
    protocol === 'https:' &&
    !isLoopback(hostname) &&
    // Not loopback by name, but connecting to it reaches this machine.
    hostname !== '0.0.0.0' &&
    hostname !== '[::]'
  );
}
