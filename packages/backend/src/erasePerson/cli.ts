/** `yarn erase-person`: replaces a person by a pseudonym in everything that the portal keeps. */
import { parseArgs } from 'node:util';
import { ConfigSources } from '@backstage/config-loader';
import { erasePortalPerson } from './erasePortalPerson';

const USAGE = `Usage: yarn erase-person <user> --by <user> [options]
  Replaces a user of the catalog by a pseudonym in all tasks and records, and takes what they wrote.
  Refuses, and changes nothing, while a task that is not over needs them. Records stay whole. Done
  again it changes nothing, and finishes what was interrupted. The portal may be running.

  <user>             user:default/ana
  --by <user>        who orders it; stands in the records
  --login <login>    what they are called at GitHub, for who approved and merged; may be repeated
  --config <file>    as of the portal; may be repeated; app-config.yaml where it is left out`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      // Read by Backstage from the arguments of the process.
      config: { type: 'string', multiple: true },
      by: { type: 'string' },
      login: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', default: false },
    },
  });
  const [person, ...rest] = positionals;
  if (values.help || !person || !values.by || rest.length > 0) {
    console.log(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const config = await ConfigSources.toConfig(
    ConfigSources.default({ watch: false }),
  );
  const { held, tasks, lines, others, pseudonym } = await erasePortalPerson(
    config,
    { person, by: values.by, logins: values.login },
  );
  for (const { taskId, roles } of held) {
    console.log(
      `✗ task ${taskId} is not over, and needs them: ${roles.join(', ')}`,
    );
  }
  // As the auditor's events, which this is to be kept with; it names nobody who is erased.
  const event = {
    isAuditEvent: true,
    plugin: 'agent-tasks',
    eventId: 'person-erase',
    severityLevel: 'high',
    status: held.length === 0 ? 'succeeded' : 'failed',
    meta: {
      actor: values.by.toLowerCase(),
      pseudonym,
      tasks,
      lines,
      others,
      held: held.length,
    },
  };
  console.log(JSON.stringify(event));
  console.log(
    held.length === 0
      ? `${tasks} tasks and ${others} other rows now name ${pseudonym}; ${lines} lines of records lost what they say.`
      : 'Not erased. End these tasks or give them to somebody else, and do it again.',
  );
  process.exitCode = held.length === 0 ? 0 : 1;
}

main()
  .catch(error => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  })
  // Backstage's database manager goes on asking whether its connections live.
  .finally(() => process.exit());
