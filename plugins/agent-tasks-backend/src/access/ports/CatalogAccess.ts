import { BackstageCredentials } from '@backstage/backend-plugin-api';

/** What the catalog says about people and what they may see there. No answer is a no. */
export interface CatalogAccess {
  /** Whether the catalog has this entity and shows it to the caller. */
  mayRead(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<boolean>;
  /** The groups that a user is in, at any depth. */
  groupsOf(userRef: string): Promise<string[]>;
}
