import {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { CatalogAccess } from '../../access/ports/CatalogAccess';
import { Directory } from '../../engine/ports/Directory';

/** What permissions need of the catalog. A catalog that does not answer opens nothing. */
export class CallersCatalog implements CatalogAccess {
  constructor(
    private readonly ours: Directory,
    private readonly seenBy: (credentials: BackstageCredentials) => Directory,
    private readonly logger: LoggerService,
  ) {}

  async mayRead(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const entity = await this.orNothing(
      this.seenBy(credentials).entity(entityRef),
    );
    return entity !== undefined;
  }

  async groupsOf(userRef: string): Promise<string[]> {
    return (await this.orNothing(this.ours.groupsOf(userRef))) ?? [];
  }

  private async orNothing<T>(answer: Promise<T>): Promise<T | undefined> {
    try {
      return await answer;
    } catch (error) {
      this.logger.warn('The catalog could not be asked about a caller', {
        error: String(error),
      });
      return undefined;
    }
  }
}
