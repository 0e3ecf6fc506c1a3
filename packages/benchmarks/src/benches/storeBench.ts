import { DatabaseTaskQueries } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/store/DatabaseTaskQueries';
import {
  TaskFilter,
  VisibleTasks,
} from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/store/TaskQueries';
import { Benchmark } from '../Benchmark';
import { BenchmarkDatabase } from '../database/Databases';
import { fillTasks } from '../database/fillTasks';
import { ScaffolderTasks } from '../database/ScaffolderTasks';
import { durationFigures, Durations, durationsOf } from '../figures/durations';
import { Figure } from '../figures/Figure';
import { drawPerson, drawService, drawTeam } from '../tasks/company';
import { Dice } from '../tasks/Dice';
import { drawTasks } from '../tasks/drawTasks';

const PAGE = 50;
const INBOX_PAGE = 50;
/** Somebody to whom nothing belongs yet. */
const NEWCOMER = 'user:default/newcomer';
/** What is promised of lists, inbox and detail, and on what. */
const PROMISE = { database: 'PostgreSQL', rows: 100_000, p95: 20 };

/** How long people wait for lists, beside the list of Backstage's scaffolder with as many rows. */
export const storeBench: Benchmark = {
  name: 'store',
  about: 'lists, inbox and detail, beside the scaffolder’s task list',
  async run({ databases, scale, say }) {
    const figures: Figure[] = [];
    for (const rows of scale.rows) {
      figures.push(
        ...(await databases.each(async database => {
          say(`store: ${rows.toLocaleString('en')} tasks on ${database.name}`);
          return measure(database, rows, scale.rounds);
        })),
      );
    }
    return figures;
  },
};

async function measure(
  database: BenchmarkDatabase,
  rows: number,
  rounds: number,
): Promise<Figure[]> {
  const on = `${database.name}, ${rows.toLocaleString('en')} tasks`;
  const scaffolder = await ScaffolderTasks.create(database.knex);
  await scaffolder.fill(rows, Date.now(), new Dice(2));
  await database.migrate();
  const ids = await fill(database, rows);
  await database.settle();

  const isPromised =
    database.name === PROMISE.database && rows === PROMISE.rows;
  const figures: Figure[] = [];
  const taken = new Map<string, Durations>();
  const reads = { ...ourReads(database, ids), ...theirReads(scaffolder) };
  for (const [what, read] of Object.entries(reads)) {
    const dice = new Dice(7);
    const durations = await durationsOf(rounds, () => read(dice));
    taken.set(what, durations);
    const isOurs = !what.startsWith('scaffolder');
    const promise = isPromised && isOurs ? { p95: PROMISE.p95 } : {};
    figures.push(...durationFigures(what, on, durations, promise));
  }
  return [
    ...figures,
    ...['list, newest first', 'list of a person'].flatMap(what =>
      ratio(taken, what, on, isPromised),
    ),
  ];
}

async function fill(
  { knex }: BenchmarkDatabase,
  rows: number,
): Promise<string[]> {
  const ids: string[] = [];
  function* remembered() {
    for (const task of drawTasks(rows, Date.now(), new Dice(1))) {
      ids.push(task.id);
      yield task;
    }
  }
  await fillTasks(knex, remembered());
  return ids;
}

type Reads = Record<string, (dice: Dice) => Promise<unknown>>;

function ourReads({ knex }: BenchmarkDatabase, ids: string[]): Reads {
  const queries = new DatabaseTaskQueries(knex);
  const list = (filter: TaskFilter, visible: VisibleTasks) =>
    queries.list({
      filter,
      visible,
      order: 'createdAt',
      direction: 'desc',
      limit: PAGE,
      after: null,
    });
  const everything: VisibleTasks = { all: true };
  return {
    'list, newest first': () => list({}, everything),
    'list, newest first, of what a person may see': dice =>
      list({}, visibleTo(dice)),
    'list, newest first, of what a newcomer may see': () =>
      list({}, { anyOf: [{ requesters: [NEWCOMER] }, { owners: [NEWCOMER] }] }),
    'list of a person': dice =>
      list({ requesterRef: [drawPerson(dice, drawTeam(dice))] }, everything),
    'list, by status': dice =>
      list(
        {
          status: [dice.pick(['working', 'needs_you', 'in_review', 'done'])],
        },
        visibleTo(dice),
      ),
    'list, by entity': dice =>
      list(
        { entityRef: [drawService(dice, drawTeam(dice)).entityRef] },
        everything,
      ),
    'list, by owner': dice =>
      list({ ownerRef: [drawTeam(dice).ref] }, everything),
    'inbox, mine': dice => {
      const person = drawPerson(dice, drawTeam(dice));
      return queries.inbox({ scope: 'mine', person }, everything, INBOX_PAGE);
    },
    'inbox, of the team': dice => {
      const team = drawTeam(dice);
      const person = drawPerson(dice, team);
      return queries.inbox(
        { scope: 'team', person, groups: [team.ref] },
        everything,
        INBOX_PAGE,
      );
    },
    detail: dice => queries.task(dice.pick(ids), visibleTo(dice)),
  };
}

function theirReads(scaffolder: ScaffolderTasks): Reads {
  return {
    'scaffolder list, newest first': () => scaffolder.list(PAGE),
    'scaffolder list of a person': dice =>
      scaffolder.list(PAGE, drawPerson(dice, drawTeam(dice))),
  };
}

/** What a permission policy lets most people see: what is theirs, and what is their team's. */
function visibleTo(dice: Dice): VisibleTasks {
  const team = drawTeam(dice);
  const person = drawPerson(dice, team);
  return {
    anyOf: [
      { requesters: [person] },
      { assignees: [person] },
      { owners: [person, team.ref] },
    ],
  };
}

function ratio(
  taken: Map<string, Durations>,
  what: string,
  on: string,
  isPromised: boolean,
): Figure[] {
  const ours = taken.get(what);
  const theirs = taken.get(`scaffolder ${what}`);
  if (!ours || !theirs) return [];
  return (['p50', 'p95'] as const).map(percentile => ({
    what: `${what}: as quick as the scaffolder’s`,
    on,
    measure: percentile,
    value: theirs[percentile] / ours[percentile],
    unit: '×',
    ...(isPromised ? { promise: { atLeast: 1 } } : {}),
  }));
}
