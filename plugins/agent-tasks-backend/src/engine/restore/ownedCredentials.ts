import { CredentialProvider } from '@agent-tasks/backstage-plugin-agent-tasks-node';
import { Ownership } from './Ownership';

/**
 * Gives out no credential while the database is another portal's. Nothing is asked of a provider
 * without one, whoever wishes it: a loop, a command or a tool.
 */
export function ownedCredentials(
  credentials: CredentialProvider,
  ownership: Pick<Ownership, 'isOurs'>,
): CredentialProvider {
  return {
    credential: async ask =>
      (await ownership.isOurs())
        ? credentials.credential(ask)
        : { kind: 'missing' },
    refused: (ask, credential) => credentials.refused(ask, credential),
  };
}
