import { postgresDatabase } from '../killTest/postgresDatabase';
import { postgresUrl } from '../killTest/postgresUrl';
import { startGitHub } from '../killTest/startGitHub';
import { connectTo } from './connectTo';
import { buildGates } from './Gate';
import { Line } from './Line';
import { Matrix, StartOptions } from './Matrix';

/** Repositories, one for each task that a suite asks for. */
const MOST_TASKS = 40;

/** With one process that is up. */
export async function openMatrix(options?: StartOptions): Promise<Matrix> {
  const github = await startGitHub({ tasks: MOST_TASKS, seed: 1 });
  // Each row says itself what is late.
  github.control.settings({
    listingLagSeconds: 0,
    quirks: { late_sessions: 0, omitted_fields: 0 },
  });
  const line = await Line.to(github.url);
  const database = postgresDatabase(postgresUrl());
  const knex = connectTo(database, 'agent-tasks');
  const matrix = new Matrix(github, line, database, knex);
  try {
    await matrix.start(options);
    await buildGates(knex);
  } catch (error) {
    await matrix.close();
    throw error;
  }
  return matrix;
}
