import { CredentialProvider } from '@agent-tasks/backstage-plugin-agent-tasks-node';
import { EngineParts } from '../EngineParts';
import { LookBack } from './LookBack';
import { ownedCredentials } from './ownedCredentials';
import { Ownership, OwnershipParts } from './Ownership';

/** What keeps a restored or copied database from starting anything twice. */
export function restoreParts({
  credentials,
  ...parts
}: OwnershipParts & { credentials: CredentialProvider }): Pick<
  EngineParts,
  'ownership' | 'lookBack' | 'credentials'
> {
  const ownership = new Ownership(parts);
  return {
    ownership,
    lookBack: new LookBack(),
    credentials: ownedCredentials(credentials, ownership),
  };
}
