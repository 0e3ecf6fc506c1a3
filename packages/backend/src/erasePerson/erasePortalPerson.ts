import {
  erasePerson,
  PersonErased,
} from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/access/erasePerson';
import { pseudonymOf } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/outside/keys/pseudonymOf';
import { DatabasePersonArchive } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/store/DatabasePersonArchive';
import { Config } from '@backstage/config';
import { withPortalStore } from '../portalStore/withPortalStore';

/** Of the catalog's users, as they are written everywhere in the database. */
const USER = /^user:[a-z0-9._-]+\/[a-z0-9._-]+$/;

/**
 * Erases a person from the portal that a configuration describes, which may be running meanwhile.
 *
 * @param asked - `by`: the operator who ordered it, as they say; `logins`: what the person is called
 *   at GitHub
 * @throws Error that says what is expected
 */
export async function erasePortalPerson(
  config: Config,
  asked: { person: string; by: string; logins?: string[] },
): Promise<PersonErased & { pseudonym: string }> {
  const [personRef, by] = [asked.person, asked.by].map(ref => {
    if (USER.test(ref.toLowerCase())) return ref.toLowerCase();
    throw new Error(`"${ref}" is no user: user:default/ana is one.`);
  });
  if (personRef === by) {
    throw new Error('The record keeps who ordered it: somebody else has to.');
  }
  return withPortalStore(config, async ({ knex, seals, secret }) => {
    const pseudonym = pseudonymOf(secret, personRef);
    const persons = new DatabasePersonArchive(knex, seals);
    const erased = await erasePerson(
      persons,
      { personRef, pseudonym, logins: asked.logins ?? [] },
      by,
    );
    return { ...erased, pseudonym };
  });
}
