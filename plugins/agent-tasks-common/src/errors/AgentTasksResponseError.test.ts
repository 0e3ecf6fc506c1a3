import { ResponseError } from '@backstage/errors';
import { AgentTasksError } from './AgentTasksError';
import { AgentTasksResponseError } from './AgentTasksResponseError';
import { toErrorBody } from './errorBody';

function answer(status: number, body: unknown, headers = {}) {
  return AgentTasksResponseError.fromResponse(
    new Response(typeof body === 'string' ? body : JSON.stringify(body), {
      status,
      headers: { 'Content-Type': 'application/json', ...headers },
    }),
  );
}

describe('AgentTasksResponseError', () => {
  it('carries everything that the backend said', async () => {
    const thrown = new AgentTasksError(
      'PARAMETERS_INVALID',
      {},
      {
        details: { template: 'agenttasktemplate:default/bump' },
        violations: [
          { field: 'parameters.version', rule: 'pattern', hint: 'semver' },
        ],
      },
    );
    const body = toErrorBody(thrown, {
      requestId: 'req-1',
      method: 'POST',
      url: '/v1/tasks',
    });

    const error = await answer(422, body);
    expect(error).toMatchObject({
      name: 'AgentTasksResponseError',
      message: "The parameters do not match the template's form.",
      statusCode: 422,
      code: 'PARAMETERS_INVALID',
      nextAction: 'fix_request',
      retryable: false,
      retryAfterSeconds: null,
      remediation: body.error.remediation,
      docsUrl: body.error.docsUrl,
      details: thrown.details,
      violations: thrown.violations,
      requestId: 'req-1',
    });
    expect(error.cause).toBeInstanceOf(ResponseError);
  });

  it('keeps a code that only a newer backend knows', async () => {
    const error = await answer(409, {
      error: {
        name: 'ConflictError',
        message: 'Something new.',
        code: 'SOMETHING_NEW',
        nextAction: 'do_something_new',
        retryable: true,
      },
      response: { statusCode: 409 },
    });
    expect(error).toMatchObject({
      code: 'SOMETHING_NEW',
      retryable: true,
      nextAction: 'ask_human',
    });
  });

  it.each([
    [401, 'reauthenticate', false],
    [403, 'request_access', false],
    [429, 'wait_and_repeat', true],
    [503, 'wait_and_repeat', true],
    [500, 'ask_human', false],
  ] as const)(
    "still says what to do after Backstage's own %s",
    async (status, nextAction, retryable) => {
      const error = await answer(
        status,
        {
          error: { name: 'Error', message: 'in the words of Backstage' },
          response: { statusCode: status },
        },
        { 'Retry-After': '12' },
      );
      expect(error).toMatchObject({
        code: undefined,
        nextAction,
        retryable,
        retryAfterSeconds: 12,
        violations: [],
        details: {},
      });
    },
  );

  it("does not make a proxy's page its message", async () => {
    const error = await answer(502, '<html>canary</html>', {
      'Content-Type': 'text/html',
    });
    expect(error.message).not.toContain('canary');
    expect(error.nextAction).toBe('wait_and_repeat');
  });

  it('ignores members of the wrong shape', async () => {
    const error = await answer(400, {
      error: {
        name: 'InputError',
        message: 'x',
        code: 7,
        violations: ['nonsense', { field: 'a', rule: 'b', hint: 'c' }],
        details: ['nonsense'],
        retryAfterSeconds: 'soon',
      },
      response: { statusCode: 400 },
    });
    expect(error).toMatchObject({
      code: undefined,
      details: {},
      retryAfterSeconds: null,
      violations: [{ field: 'a', rule: 'b', hint: 'c' }],
    });
  });
});
