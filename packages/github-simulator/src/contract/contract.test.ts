import { readFileSync } from 'node:fs';
import { Route } from '../api/Route';
import { Json, openSimulator, TestSimulator } from '../testing/openSimulator';
import { extractContract } from './extractContract';
import { exceptions, straighten } from './exceptions';
import { judgeAnswer, judgeRequest } from './judge';
import { operations } from './operations';
import { contractSource, readWholeContract } from './readWholeContract';

function route(method: Route['method'], path: string): Route {
  return { method, path, answer: () => ({ status: 200 }) };
}

const readTask = route('GET', '/agents/tasks/{task_id}');
const listTasks = route('GET', '/agents/tasks');
const createTask = route('POST', '/agents/repos/{owner}/{repo}/tasks');

/** The least that GitHub's contract accepts. */
const task = { id: 't1', state: 'queued', created_at: '2026-11-20T09:00:00Z' };
const session = { ...task, id: 's1' };

describe('the extract of GitHub’s contract', () => {
  it('is what the package still says', () => {
    const committed = JSON.parse(
      readFileSync(require.resolve('./github.openapi.json'), 'utf8'),
    );
    expect(committed).toEqual(
      extractContract(readWholeContract(), operations, contractSource),
    );
  });
});

describe('the judge of answers', () => {
  it.each(['id', 'state', 'created_at'])('rejects a task without %s', field => {
    const { [field]: _, ...planted } = task as Record<string, string>;
    expect(() =>
      judgeAnswer(readTask, { status: 200, body: task }),
    ).not.toThrow();
    expect(() => judgeAnswer(readTask, { status: 200, body: planted })).toThrow(
      `must have required property '${field}'`,
    );
    expect(() =>
      judgeAnswer(createTask, { status: 201, body: planted }),
    ).toThrow(field);
    expect(() =>
      judgeAnswer(listTasks, { status: 200, body: { tasks: [planted] } }),
    ).toThrow(field);
  });

  it('rejects a state that GitHub does not know', () => {
    const planted = { ...task, state: 'paused' };
    expect(() => judgeAnswer(readTask, { status: 200, body: planted })).toThrow(
      '/state',
    );
  });

  it('rejects a status that the operation does not have', () => {
    expect(() => judgeAnswer(createTask, { status: 202, body: task })).toThrow(
      'no such status',
    );
  });

  it('rejects a refusal that is not in GitHub’s shape', () => {
    expect(() =>
      judgeAnswer(createTask, { status: 422, body: { error: 'no' } }),
    ).toThrow('message');
  });
});

describe('the exceptions of the contract', () => {
  const withUsage = (usage: object) => ({
    status: 200,
    body: { ...task, sessions: [{ ...session, usage }] },
  });

  it('are exactly the two that were seen', () => {
    expect(exceptions.map(one => one.name)).toEqual([
      'usage_credits',
      'string_error',
    ]);
  });

  it('let credits stand in for amount, and nothing else', () => {
    const judge = (usage: object) => () =>
      judgeAnswer(readTask, withUsage(usage));
    expect(judge({ type: 'ai_credits', amount: 1 })).not.toThrow();
    expect(judge({ type: 'ai_credits', credits: 1 })).not.toThrow();
    expect(judge({ type: 'ai_credits', credits: '1' })).toThrow('amount');
    expect(judge({ type: 'ai_credits', units: 1 })).toThrow('amount');
    expect(judge({ credits: 1 })).toThrow('type');
  });

  it('let an error be a string or null, and nothing else', () => {
    const judge = (error: unknown) => () =>
      judgeAnswer(readTask, {
        status: 200,
        body: { ...task, sessions: [{ ...session, error }] },
      });
    expect(judge('it broke')).not.toThrow();
    expect(judge(null)).not.toThrow();
    expect(judge({ message: 'it broke' })).not.toThrow();
    expect(judge(7)).toThrow('/sessions/0/error');
  });

  it('hold for reads of one task only', () => {
    const body = { sessions: [{ error: null }] };
    expect(straighten('GET /agents/tasks', body)).toEqual(body);
  });
});

describe('the judge of requests', () => {
  it('names each missing and each wrong field', () => {
    expect(() => judgeRequest(createTask, {}, { model: 3 })).toThrow(
      expect.objectContaining({
        status: 422,
        errors: [
          expect.objectContaining({ code: 'missing_field', field: 'prompt' }),
          expect.objectContaining({ code: 'invalid', field: 'model' }),
        ],
      }),
    );
  });

  it('gives the query its types', () => {
    const query = { per_page: '50', is_archived: 'true', creator_id: '7' };
    const typed = judgeRequest(
      route('GET', '/agents/repos/{owner}/{repo}/tasks'),
      query,
      {},
    );
    expect(typed).toEqual({ per_page: 50, is_archived: true, creator_id: [7] });
  });

  it('refuses a page larger than GitHub gives', () => {
    expect(() => judgeRequest(listTasks, { per_page: '101' }, {})).toThrow(
      expect.objectContaining({ status: 422 }),
    );
  });
});

describe('a server with a bug', () => {
  let simulator: TestSimulator;

  beforeEach(async () => {
    simulator = await openSimulator();
  });

  it('answers 500, and closing it fails', async () => {
    const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const { id } = await simulator.start();
    const broken = simulator.simulator.world.tasks[id] as Json;
    broken.sessions[0].state = 'sleeping';

    const answer = await simulator.ask('GET', `/agents/tasks/${id}`);
    expect(answer.status).toBe(500);
    await expect(simulator.close()).rejects.toThrow('/state');
    expect(said).toHaveBeenCalled();
    said.mockRestore();
  });
});
