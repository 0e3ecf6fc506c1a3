import { openSimulator, Reply, TestSimulator } from '../testing/openSimulator';
import { contentsRoutes } from './contents/contentsRoutes';
import { gitDataRoutes } from './gitData/gitDataRoutes';
import { creationRoutes } from './repositories/creationRoutes';
import { restRoutes } from './restRoutes';

const REPOSITORY = '/repos/acme/payments-api';

/** Every route is asked once on a world where a task, its pull request, runs, checks, a review and a comment exist. */
describe('every route', () => {
  let simulator: TestSimulator;
  const replies = new Map<string, Reply>();

  beforeAll(async () => {
    simulator = await openSimulator();
    const { ask, control, clock } = simulator;
    const { id } = await simulator.start(
      'Rename the login button\nsimulator: works',
    );
    clock.advance(3_600_000);
    const [run] = (
      await ask('GET', `${REPOSITORY}/actions/runs?status=action_required`)
    ).body.workflow_runs;
    const note = async (method: string, path: string, body?: unknown) => {
      const reply = await ask(method, path, body, 'bo-token');
      const [entry] = control.requests().entries.slice(-1);
      replies.set(entry.operation ?? path, reply);
      return reply;
    };
    const repository = (await note('GET', REPOSITORY)).body;
    await note('GET', '/user');
    await note('GET', '/users/ana');
    await note('GET', '/rate_limit');
    await note('GET', '/orgs/acme');
    await note('GET', `/repositories/${repository.id}`);
    await note('PATCH', REPOSITORY, { description: 'Takes and returns money' });
    await note('GET', `${REPOSITORY}/branches`);
    await note('GET', `${REPOSITORY}/branches/main`);
    await note('GET', `${REPOSITORY}/collaborators/ana/permission`);
    await note('GET', `${REPOSITORY}/copilot/cloud-agent/configuration`);
    await note('POST', '/agents/repos/acme/ledger/tasks', {
      prompt: 'Add an index',
    });
    await note('GET', '/agents/repos/acme/payments-api/tasks');
    await note('GET', `/agents/repos/acme/payments-api/tasks/${id}`);
    await note('GET', '/agents/tasks');
    await note('GET', `/agents/tasks/${id}`);
    await note('GET', `${REPOSITORY}/actions/runs`);
    await note('GET', `${REPOSITORY}/actions/runs/${run.id}`);
    await note('POST', `${REPOSITORY}/actions/runs/${run.id}/approve`);
    clock.advance(20_000);
    await note('GET', `${REPOSITORY}/commits/${run.head_sha}/check-runs`);
    await note('GET', `${REPOSITORY}/commits/${run.head_sha}/status`);
    await note('POST', `${REPOSITORY}/actions/runs/${run.id}/cancel`);
    await note('GET', `${REPOSITORY}/pulls?state=all`);
    await note('GET', `${REPOSITORY}/pulls/1`);
    await note('GET', `${REPOSITORY}/pulls/1/files`);
    await note('POST', `${REPOSITORY}/pulls/1/reviews`, { event: 'APPROVE' });
    await note('GET', `${REPOSITORY}/pulls/1/reviews`);
    await note('POST', `${REPOSITORY}/issues/1/comments`, {
      body: 'Thank you',
    });
    await note('GET', `${REPOSITORY}/issues/1/comments`);
    await note('GET', '/search/issues?q=is%3Apr+org%3Aacme');
    await note('PATCH', `${REPOSITORY}/pulls/1`, { state: 'closed' });
  });

  // Fails if any answer broke GitHub's contract.
  afterAll(() => simulator.close());

  // Routes that need git underneath are asked in tests of their own.
  const withGit = [...contentsRoutes, ...gitDataRoutes, ...creationRoutes];
  const asked = restRoutes
    .filter(route => !withGit.includes(route))
    .map(route => `${route.method} ${route.path}`);

  it.each(asked)('%s answers what was asked', operation => {
    const reply = replies.get(operation);
    expect(reply?.status).toBeGreaterThanOrEqual(200);
    expect(reply?.status).toBeLessThan(300);
  });

  it('carries GitHub’s headers on every answer', () => {
    expect(replies.size).toBeGreaterThan(25);
    for (const { headers } of replies.values()) {
      expect(headers.get('x-github-request-id')).toMatch(/^[0-9A-F:]{34}$/);
      expect(headers.get('x-github-media-type')).toBe('github.v3; format=json');
      expect(headers.get('x-ratelimit-limit')).toBe('5000');
      expect(headers.get('x-ratelimit-resource')).toBe('core');
      for (const name of ['remaining', 'used', 'reset']) {
        expect(Number(headers.get(`x-ratelimit-${name}`))).toBeGreaterThan(0);
      }
    }
  });
});
