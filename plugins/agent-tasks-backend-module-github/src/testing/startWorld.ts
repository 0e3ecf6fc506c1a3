import {
  FaultOrder,
  ManualClock,
  noLimits,
  startSimulator,
  WorldFile,
} from '@agent-tasks/github-simulator';
import {
  AgentProviderWorld,
  WriteFault,
} from '@agent-tasks/backstage-plugin-agent-tasks-node/testUtils';
import { GitHubAgentProvider } from '../GitHubAgentProvider';
import { RecordingLogger } from './RecordingLogger';
import { TamperingProxy } from './TamperingProxy';

const TOKEN = 'github_pat_of_ada_0123456789';

const world: WorldFile = {
  organizations: ['acme'],
  accounts: [
    { login: 'ada', tokens: [TOKEN] },
    { login: 'ben' },
    { login: 'cleo' },
  ],
  repositories: [
    {
      owner: 'acme',
      name: 'payments-api',
      collaborators: { ada: 'admin', ben: 'write', cleo: 'read' },
      files: { 'README.md': '# Payments\n' },
    },
  ],
};

const orders: Record<
  WriteFault,
  Partial<FaultOrder> & Pick<FaultOrder, 'kind'>
> = {
  answers_502: { kind: 'error_before', status: 502 },
  answers_503: { kind: 'error_before', status: 503 },
  reset: { kind: 'reset_before' },
  timeout: { kind: 'slow_before' },
  rate_limit: { kind: 'secondary_limit', status: 429, retryAfter: 60 },
  lost_after: { kind: 'reset_after' },
};

const STARTS = /^\/api\/v3\/agents\/repos\/[^/]+\/[^/]+\/tasks$/;
const COMMENTS = /^\/api\/v3\/repos\/[^/]+\/[^/]+\/issues\/\d+\/comments$/;

/** A provider, a simulated GitHub, and a proxy between them that sees and spoils. */
export async function startWorld() {
  const github = await startSimulator({
    port: 0,
    world,
    // Agents work only when a test lets time pass.
    clock: new ManualClock(Date.now()),
    settings: {
      script: 'works',
      quirks: { late_sessions: 0 },
      limits: noLimits,
    },
  });
  const proxy = new TamperingProxy();
  await proxy.listen(github.url);
  // Pages of a list are linked by the address that clients use.
  github.simulator.origin = proxy.url;

  const host = new URL(proxy.url).host;
  const logger = new RecordingLogger();
  const provider = new GitHubAgentProvider({
    hosts: [{ host, apiBaseUrl: `${proxy.url}/api/v3` }],
    logger,
    // Only the tests of a silent other side wait this long.
    timeouts: { write: 4_000, read: 20_000 },
  });
  const credential = { identityId: 'portal', host, token: TOKEN };
  const found = github.simulator.world.repositories[0];
  const posts = (path: RegExp) =>
    proxy.seen.filter(one => one.method === 'POST' && path.test(one.path));

  const contract = {
    provider,
    credential,
    repository: {
      id: String(found.id),
      host,
      slug: 'acme/payments-api',
      url: `${proxy.url}/acme/payments-api`,
      defaultBranch: found.defaultBranch,
      archived: false,
    },
    readerLogin: 'cleo',

    requests: () => proxy.seen.length,
    startRequests: () => posts(STARTS).length,
    commentRequests: () => posts(COMMENTS).length,
    tasks: () => github.control.tasks().created,
    logged: () => JSON.stringify(logger.lines),

    spoilNextStart(fault) {
      const path = '/agents/repos/*/*/tasks';
      github.control.fault({ method: 'POST', path, ...orders[fault] });
    },
    spoilNextComment(fault) {
      const path = '/repos/*/*/issues/*/comments';
      github.control.fault({ method: 'POST', path, ...orders[fault] });
    },
    revokeToken() {
      github.control.revokeToken(TOKEN);
    },
    refuseEverything(status, message) {
      const body = JSON.stringify({ message, errors: [{ message }] });
      const headers = {
        'content-type': 'application/json',
        'x-github-request-id': '1A2B:3C4D',
      };
      proxy.answer = () => ({ status, headers, body });
    },

    async addTasks(count, lane) {
      const ids: string[] = [];
      for (let task = 1; task <= count; task++) {
        const answer = await fetch(
          `${github.apiUrl}/agents/repos/acme/payments-api/tasks`,
          {
            method: 'POST',
            headers: { authorization: `Bearer ${TOKEN}` },
            body: JSON.stringify({ prompt: `Task ${task}` }),
          },
        );
        const { id } = (await answer.json()) as { id: string };
        if (lane === 'archived') github.control.task(id, { do: 'archive' });
        ids.push(id);
      }
      return ids;
    },
    reportState(taskId, word) {
      proxy.rewrite = body =>
        body.includes(taskId)
          ? body.replace(/"state":"[a-z_]+"/g, `"state":"${word}"`)
          : body;
    },
    openPullRequest(taskId) {
      const changed = () => {
        const { pullId } = github.simulator.world.tasks[taskId];
        return pullId && github.simulator.world.pulls[pullId].files.length > 0;
      };
      // Steps shorter than the agent's own: it is not to end meanwhile.
      for (let step = 0; step < 200 && !changed(); step++) {
        github.control.advance(5_000);
      }
    },
    noticeStop() {
      github.control.advance(10_000);
    },
    rename() {
      github.control.repository('acme/payments-api', { name: 'payments' });
      return { host, slug: 'acme/payments' };
    },

    async close() {
      github.control.withdrawFaults();
      await proxy.close();
      await github.close();
    },
  } satisfies AgentProviderWorld;

  return { ...contract, github, proxy, logger };
}
