import { Entity } from '@backstage/catalog-model';

/** What the catalog knows, as one reader may see it. Throws when the catalog cannot be asked. */
export interface Directory {
  entity(ref: string): Promise<Entity | undefined>;
  templates(): Promise<Entity[]>;
  /** Groups of a person: their own first, then those above them. */
  groupsOf(userRef: string): Promise<string[]>;
  /**
   * The people a reference stands for, as far as they exist: a user, or the members of a group and
   * of those below it. No more than `most` are looked for.
   */
  peopleBehind(ref: string, most: number): Promise<string[]>;
}
