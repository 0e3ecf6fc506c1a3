import { RunningSimulator } from '@agent-tasks/github-simulator';
import { Benchmark } from '../Benchmark';
import { durationFigures, percentilesOf } from '../figures/durations';
import { Figure } from '../figures/Figure';
import { Portal } from '../portal/Portal';
import { repositoryFor } from '../portal/portalConfig';
import { startGitHub } from '../portal/startGitHub';

const START = 'POST /agents/repos/{owner}/{repo}/tasks';
const PROMISED_SUBMIT = { p50: 50 };
const PROMISED_START = { p50: 300, p95: 1_000 };
const PATIENCE_MS = 30_000;
/** The first requests of a process load and compile what the others find ready. */
const UNCOUNTED = 5;

/** What people and machines wait for: the answer to a submit, and the start at the provider. */
export const httpBench: Benchmark = {
  name: 'http',
  about: 'submit over HTTP, and submit until the start request reaches GitHub',
  run: ({ databases, scale, say }) =>
    databases.eachPortal(async ({ name, config }) => {
      say(`http: a portal on ${name}`);
      const github = await startGitHub(scale.tasks + UNCOUNTED);
      try {
        const portal = await Portal.start(config, github.url);
        try {
          return await measure(name, portal, github, scale.tasks);
        } finally {
          await portal.stop();
        }
      } finally {
        await github.close();
      }
    }),
};

async function measure(
  database: string,
  portal: Portal,
  github: RunningSimulator,
  tasks: number,
): Promise<Figure[]> {
  const answered: number[] = [];
  const started: number[] = [];
  for (let task = 0; task < tasks + UNCOUNTED; task++) {
    const { owner, name } = repositoryFor(task);
    const sentAt = Date.now();
    const begun = performance.now();
    await portal.client.tasks.create(
      {
        prompt: `Bring the README of service ${task} up to date.`,
        title: `Service ${task}`,
        repository: `${github.url}/${owner}/${name}`,
        createPullRequest: true,
      },
      { idempotencyKey: `benchmark-${task}` },
    );
    const answeredMs = performance.now() - begun;
    const startedAt = await startOf(github, `${owner}/${name}`);
    if (task < UNCOUNTED) continue;
    answered.push(answeredMs);
    started.push(startedAt - sentAt);
  }
  const on = `${database}, one after the other`;
  return [
    ...durationFigures('submit', on, percentilesOf(answered), PROMISED_SUBMIT),
    ...durationFigures(
      'submit until POST at the provider',
      on,
      percentilesOf(started),
      PROMISED_START,
    ),
  ];
}

/** When the start request for a repository reached GitHub, milliseconds. */
async function startOf(
  github: RunningSimulator,
  slug: string,
): Promise<number> {
  for (let waited = 0; waited < PATIENCE_MS; waited += 5) {
    const entry = github.control
      .requests()
      .entries.find(
        ({ operation, path }) =>
          operation === START && path.includes(`/${slug}/`),
      );
    if (entry) return Date.parse(entry.at);
    await new Promise(resolve => setTimeout(resolve, 5));
  }
  throw new Error(`No start for ${slug} within ${PATIENCE_MS} ms`);
}
