import { LentPostgres } from '../LentPostgres';
import { PostgresDatabase } from '../postgresDatabase';
import { Scene } from '../Scene';

/** A scene whose database may be taken away. */
export interface FaultScene extends Scene {
  database: PostgresDatabase;
  postgres: LentPostgres;
}

/** How long faults last. */
export interface FaultLength {
  /** How often what happens at once happens. */
  rounds: number;
  /** For what goes on by the clock. */
  seconds: number;
}

/** Something that goes wrong around a portal, and passes. */
export interface PortalFault {
  name: string;
  /** From the first harm until none is done any more; tells what was done. */
  strike(scene: FaultScene, length: FaultLength): Promise<string>;
}
