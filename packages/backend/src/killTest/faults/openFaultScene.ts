import { LentPostgres } from '../LentPostgres';
import { postgresDatabase } from '../postgresDatabase';
import { openScene, SceneOptions } from '../Scene';
import { FaultScene } from './PortalFault';

/** Small and impatient, so that it runs dry within seconds. */
export const POOL = { min: 0, max: 4, acquireTimeoutMillis: 4_000 };

export async function openFaultScene(
  options: Omit<SceneOptions, 'database'>,
): Promise<FaultScene> {
  const postgres = await LentPostgres.start();
  const database = {
    ...postgresDatabase(postgres.url, POOL),
    close: () => postgres.close(),
  };
  const scene = await openScene({ ...options, database });
  return { ...scene, database, postgres };
}
