/** `yarn audit:verify`: checks the records of all tasks. Reads, and changes nothing. */
import { parseArgs } from 'node:util';
import { ConfigSources } from '@backstage/config-loader';
import { anchorFrom } from './anchorFrom';
import { verifyPortal } from './verifyPortal';

const USAGE = `Usage: yarn audit:verify [options]
  Checks the record of every task against its seals, and the anchors against the records. Needs the
  portal's configuration, because its keys are in there, and reads the database it names.

  --config <file>      as of the portal; may be repeated; app-config.yaml where it is left out
  --anchor <anchor>    <since>,<until>,<root> from the event record-anchor in the auditor's log, so
                       that a change is found by whoever made it, key or no key; may be repeated`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      // Read by Backstage from the arguments of the process.
      config: { type: 'string', multiple: true },
      anchor: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const known = values.anchor.map(anchorFrom);
  const config = await ConfigSources.toConfig(
    ConfigSources.default({ watch: false }),
  );
  const { records, broken, anchors, changed } = await verifyPortal(
    config,
    known,
  );
  for (const { taskId, brokenAt } of broken) {
    console.log(`✗ task ${taskId}: the record is broken at line ${brokenAt}`);
  }
  for (const { since, until } of changed) {
    const span = [since, until].map(at => new Date(at).toISOString());
    console.log(`✗ records from ${span.join(' to ')} were changed`);
  }
  console.log(
    `${records} records, ${broken.length} broken; ${anchors} anchors, ${changed.length} that do not hold`,
  );
  process.exitCode = broken.length + changed.length === 0 ? 0 : 1;
}

main()
  .catch(error => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  })
  // Backstage's database manager goes on asking whether its connections live.
  .finally(() => process.exit());
