import { parseArgs } from 'node:util';
import { noLimits } from './settings';
import { startSimulator } from './startSimulator';
import { readWorldFile } from './state/worldFile';

const USAGE = `Usage: github-simulator --world <file.json> [options]
  --world <file>   what the world starts from (see the README)
  --state <file>   where the world is kept; without it, it ends with the process
  --port <number>  default 7099; always on 127.0.0.1
  --origin <url>   what its links begin with; default http://127.0.0.1:<port>
  --seed <number>  default 1
  --speed <number> agents are this many times as quick; default 1
  --script <name>  every task plays this script
  --no-limits      no rate limits`;

function numberFrom(text: string, option: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < 0) {
    throw new Error(`--${option} needs a number, not "${text}"`);
  }
  return value;
}

function originFrom(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'http:' || url.pathname !== '/' || url.search) {
    throw new Error(`--origin needs an address like http://localhost:7099`);
  }
  return url.origin;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      world: { type: 'string' },
      state: { type: 'string' },
      port: { type: 'string', default: '7099' },
      origin: { type: 'string' },
      seed: { type: 'string', default: '1' },
      speed: { type: 'string', default: '1' },
      script: { type: 'string' },
      'no-limits': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help || !values.world) {
    process.stdout.write(`${USAGE}\n`);
    if (!values.help) process.exitCode = 1;
    return;
  }
  const running = await startSimulator({
    world: readWorldFile(values.world),
    state: values.state,
    port: numberFrom(values.port, 'port'),
    origin: originFrom(values.origin),
    seed: numberFrom(values.seed, 'seed'),
    onBug: 'log',
    settings: {
      speed: numberFrom(values.speed, 'speed') || 1,
      ...(values.script && { script: values.script }),
      ...(values['no-limits'] && { limits: noLimits }),
    },
  });
  process.stdout.write(`GitHub simulator ready at ${running.url}\n`);

  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    running.close().then(
      () => process.exit(0),
      error => fail(error),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

function fail(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}

main().catch(fail);
