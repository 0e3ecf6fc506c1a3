import { serializeError } from '@backstage/errors';
import { errorBodySchema } from '../schemas';
import { AgentTasksError } from './AgentTasksError';
import { ERRORS_DOCUMENT_URL, toErrorBody } from './errorBody';

const request = {
  requestId: 'req-1',
  method: 'POST',
  url: '/v1/tasks/7/cancel',
};

describe('AgentTasksError', () => {
  it('takes message, name and status from the table', () => {
    const error = new AgentTasksError('TASK_NOT_FOUND');
    expect(error).toMatchObject({
      name: 'NotFoundError',
      message: 'There is no such task, or you may not see it.',
      statusCode: 404,
      retryAfterSeconds: null,
    });
    expect(error).toBeInstanceOf(Error);
  });

  it('keeps the cause for the log, and out of message and serialization', () => {
    const cause = new Error('insert into task (prompt) values (secret-canary)');
    const error = new AgentTasksError('INTERNAL', { logId: 'a1' }, { cause });

    expect(error.cause).toBe(cause);
    expect(error.message).not.toContain('canary');
    expect(JSON.stringify(error)).not.toContain('canary');
    expect(JSON.stringify(serializeError(error))).not.toContain('canary');
    expect(JSON.stringify(toErrorBody(error, request))).not.toContain('canary');
  });

  it('lets the one who throws know better when to come back', () => {
    expect(new AgentTasksError('RATE_LIMITED').retryAfterSeconds).toBe(60);
    expect(
      new AgentTasksError('RATE_LIMITED', {}, { retryAfterSeconds: 7 })
        .retryAfterSeconds,
    ).toBe(7);
  });
});

describe('toErrorBody', () => {
  const error = new AgentTasksError(
    'TASK_STATE_CONFLICT',
    { action: 'cancel', state: 'completed' },
    { details: { taskId: '7', allowedActions: ['retry'] } },
  );

  it("is Backstage's body with our members inside error", () => {
    expect(toErrorBody(error, request)).toEqual({
      error: {
        name: 'ConflictError',
        message: 'The task already ended (completed). It cannot be cancelled.',
        code: 'TASK_STATE_CONFLICT',
        retryable: false,
        retryAfterSeconds: null,
        nextAction: 'read_task',
        remediation: 'Read the task again. To continue the work, run it again.',
        docsUrl: `${ERRORS_DOCUMENT_URL}#task_state_conflict`,
        details: {
          action: 'cancel',
          state: 'completed',
          taskId: '7',
          allowedActions: ['retry'],
        },
        violations: [],
        requestId: 'req-1',
      },
      request: { method: 'POST', url: '/v1/tasks/7/cancel' },
      response: { statusCode: 409 },
    });
  });

  it('is what the published schema describes', () => {
    const body = toErrorBody(
      new AgentTasksError(
        'INVALID_REQUEST',
        {},
        { violations: [{ field: 'title', rule: 'type', hint: 'a string' }] },
      ),
      request,
    );
    expect(errorBodySchema.parse(body)).toEqual(body);
  });
});
