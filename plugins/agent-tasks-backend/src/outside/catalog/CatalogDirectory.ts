import { AGENT_TASK_TEMPLATE_KIND } from '@agent-tasks/backstage-plugin-agent-tasks-common/schemas';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  Entity,
  parseEntityRef,
  RELATION_CHILD_OF,
  RELATION_HAS_MEMBER,
  RELATION_MEMBER_OF,
  RELATION_PARENT_OF,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Directory } from '../../engine/ports/Directory';
import { TimedCache } from './TimedCache';

/** Deeper nesting of groups is a ring or a mistake. */
const MOST_LEVELS = 10;

export interface CatalogDirectoryOptions {
  catalog: CatalogService;
  /** Whose eyes: the plugin's own, or a caller's. */
  credentials: () => Promise<BackstageCredentials>;
  /** Without one, the catalog is asked each time. */
  cache?: TimedCache<Entity>;
}

/** The catalog plugin as directory. */
export class CatalogDirectory implements Directory {
  constructor(private readonly options: CatalogDirectoryOptions) {}

  async entity(ref: string): Promise<Entity | undefined> {
    return (await this.entities([ref]))[0];
  }

  async templates(): Promise<Entity[]> {
    const { catalog, credentials } = this.options;
    const { items } = await catalog.getEntities(
      { filter: { kind: AGENT_TASK_TEMPLATE_KIND } },
      { credentials: await credentials() },
    );
    return items;
  }

  async groupsOf(userRef: string): Promise<string[]> {
    const user = await this.entity(userRef);
    if (!user) return [];
    const own = related(user, RELATION_MEMBER_OF);
    return this.spread(own, group => related(group, RELATION_CHILD_OF));
  }

  async peopleBehind(ref: string, most: number): Promise<string[]> {
    const { kind } = parseEntityRef(ref);
    if (kind === 'user') return this.existing([ref]);
    if (kind !== 'group') return [];
    // A relation may point at somebody who has left: more are looked at than are asked for.
    const enough = Math.max(2 * most, 100);
    const members = new Set<string>();
    await this.spread([ref], group => {
      related(group, RELATION_HAS_MEMBER).forEach(user => members.add(user));
      return members.size > enough ? [] : related(group, RELATION_PARENT_OF);
    });
    const people = await this.existing([...members].slice(0, enough));
    return people.slice(0, most);
  }

  /** The groups, and level by level those they lead to. */
  private async spread(
    start: string[],
    next: (group: Entity) => string[],
  ): Promise<string[]> {
    const seen = new Set(start);
    let level = start;
    for (let depth = 0; level.length > 0 && depth < MOST_LEVELS; depth++) {
      const groups = await this.entities(level);
      level = groups
        .flatMap(group => (group ? next(group) : []))
        .filter(ref => !seen.has(ref));
      level.forEach(ref => seen.add(ref));
    }
    return [...seen];
  }

  private async existing(refs: string[]): Promise<string[]> {
    const found = await this.entities(refs);
    return refs.filter((_ref, index) => found[index] !== undefined);
  }

  private async entities(refs: string[]): Promise<(Entity | undefined)[]> {
    const { cache } = this.options;
    const found = new Map(refs.map(ref => [ref, cache?.read(ref)]));
    const missing = refs.filter(ref => !found.get(ref));
    const answers = await this.ask(missing);
    missing.forEach((ref, index) => {
      const entity = answers[index];
      found.set(ref, entity);
      // What is missing may be there in a moment: somebody waits for exactly that.
      if (entity) cache?.write(ref, entity);
    });
    return refs.map(ref => found.get(ref));
  }

  private async ask(refs: string[]): Promise<(Entity | undefined)[]> {
    if (refs.length === 0) return [];
    const { catalog, credentials } = this.options;
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs: refs },
      { credentials: await credentials() },
    );
    return items;
  }
}

function related(entity: Entity, type: string): string[] {
  const relations = entity.relations ?? [];
  return relations
    .filter(relation => relation.type === type)
    .map(({ targetRef }) => targetRef);
}
