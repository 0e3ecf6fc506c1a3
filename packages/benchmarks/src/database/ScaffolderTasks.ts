import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { drawPerson, drawService, drawTeam } from '../tasks/company';
import { Dice } from '../tasks/Dice';

const requireFile = createRequire(__filename);
const SCAFFOLDER = dirname(
  require.resolve('@backstage/plugin-scaffolder-backend/package.json'),
);
const CHUNK = 250;
const YEAR = 365 * 24 * 3_600_000;

interface ScaffolderList {
  list(options: {
    createdBy?: string;
    pagination: { limit: number };
  }): Promise<{ tasks: unknown[]; totalTasks?: number }>;
}

/**
 * The task list of Backstage's scaffolder, as `GET /api/scaffolder/v2/tasks` asks it. The package
 * does not export its store, so it is loaded by its file: both lists are then measured at the same
 * place, between the route and the database.
 */
export class ScaffolderTasks {
  private constructor(
    private readonly knex: Knex,
    private readonly store: ScaffolderList,
  ) {}

  static async create(knex: Knex): Promise<ScaffolderTasks> {
    const file = join(
      SCAFFOLDER,
      'dist/scaffolder/tasks/DatabaseTaskStore.cjs.js',
    );
    const { DatabaseTaskStore } = requireFile(file);
    const store = await DatabaseTaskStore.create({ database: knex });
    return new ScaffolderTasks(knex, store);
  }

  /** A page of the newest, of everybody or of one person. */
  list(limit: number, createdBy?: string) {
    return this.store.list({
      pagination: { limit },
      ...(createdBy === undefined ? {} : { createdBy }),
    });
  }

  async fill(count: number, now: number, dice: Dice): Promise<void> {
    for (let done = 0; done < count; done += CHUNK) {
      const size = Math.min(CHUNK, count - done);
      const rows = Array.from({ length: size }, () => drawRow(now, dice));
      await this.knex('tasks').insert(rows);
    }
  }
}

function drawRow(now: number, dice: Dice) {
  const team = drawTeam(dice);
  const person = drawPerson(dice, team);
  const { slug } = drawService(dice, team);
  const at = new Date(now - dice.next() * YEAR);
  // SQLite keeps times as the text that its own clock would have written.
  const createdAt = at.toISOString().replace('T', ' ').slice(0, 19);
  return {
    id: randomUUID(),
    spec: JSON.stringify(specOf(slug, person)),
    status: dice.next() < 0.9 ? 'completed' : 'failed',
    created_at: createdAt,
    last_heartbeat_at: createdAt,
    created_by: person,
  };
}

/** What a run of a small template carries: its steps and what was asked for. */
function specOf(slug: string, person: string) {
  const step = (id: string, action: string) => ({
    id,
    name: id,
    action,
    input: { repoUrl: `github.com?repo=${slug}`, description: `Does ${id}` },
  });
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    parameters: { name: slug, owner: person, description: 'A new service' },
    steps: [
      step('fetch', 'fetch:template'),
      step('publish', 'publish:github'),
      step('register', 'catalog:register'),
      step('notify', 'notification:send'),
    ],
    output: {
      links: [{ title: 'Repository', url: `https://github.com/${slug}` }],
    },
    user: { ref: person, entity: { kind: 'User', metadata: { name: person } } },
    templateInfo: { entityRef: 'template:default/new-service' },
  };
}
