import {
  ERROR_CODES,
  ERROR_TABLE,
  ErrorCode,
  errorDefinition,
  isErrorCode,
} from './errorTable';
import { exampleMessage } from './errorsDocument';
import { NEXT_ACTIONS } from './nextAction';

/** The codes of `http-api.md` with their statuses: what programs outside rely on. */
const promised: Record<number, string> = {
  400: 'INVALID_REQUEST',
  401: 'NOT_AUTHENTICATED',
  403: 'PERMISSION_DENIED PERSON_REQUIRED POLICY_DENIED REQUESTER_LACKS_ACCESS REPOSITORY_NOT_ALLOWED BASE_REF_NOT_ALLOWED MODEL_NOT_ALLOWED PULL_REQUEST_NOT_ALLOWED FREEFORM_NOT_ALLOWED TEMPLATE_NOT_TRUSTED SELF_APPROVAL_FORBIDDEN BUDGET_EXCEEDED IDENTITY_TOO_BROAD PROVIDER_ACCESS_DENIED',
  404: 'TASK_NOT_FOUND TEMPLATE_NOT_FOUND ENTITY_NOT_FOUND FREEZE_NOT_FOUND ROUTE_NOT_FOUND',
  409: 'TASK_STATE_CONFLICT DUPLICATE_TASK_SUSPECTED TEMPLATE_RETIRED TEMPLATE_VERSION_CONFLICT FROZEN ANSWER_NOT_POSSIBLE PROVIDER_TASK_IN_USE',
  412: 'REVISION_CONFLICT',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  422: 'PARAMETERS_INVALID ENTITY_HAS_NO_REPOSITORY REPOSITORY_MISMATCH TEMPLATE_DOES_NOT_FIT PROMPT_CONTAINS_SECRET PROMPT_CONTAINS_HIDDEN_TEXT PROMPT_TOO_LONG IDEMPOTENCY_KEY_REUSED ADOPT_MISMATCH',
  429: 'RATE_LIMITED',
  500: 'INTERNAL',
  502: 'PROVIDER_CONTRACT_CHANGED',
  503: 'QUEUE_FULL PROVIDER_UNAVAILABLE DATABASE_UNAVAILABLE',
};

const nameOfStatus: Record<number, string> = {
  400: 'InputError',
  401: 'AuthenticationError',
  403: 'NotAllowedError',
  404: 'NotFoundError',
  409: 'ConflictError',
  412: 'PreconditionFailedError',
  413: 'PayloadTooLargeError',
  415: 'UnsupportedMediaTypeError',
  422: 'InputError',
  429: 'TooManyRequestsError',
  500: 'InternalServerError',
  502: 'BadGatewayError',
  503: 'ServiceUnavailableError',
};

const sentences = /^([A-Z][^.!?]*[A-Za-z0-9)]\.( |$))+$/;

describe('the table of errors', () => {
  it('has every promised code with its status, and no other', () => {
    const expected = Object.entries(promised).flatMap(([status, codes]) =>
      codes.split(' ').map(code => [code, Number(status)]),
    );
    const actual = ERROR_CODES.map(code => [code, ERROR_TABLE[code].status]);
    expect(Object.fromEntries(actual)).toEqual(Object.fromEntries(expected));
  });

  describe.each(ERROR_CODES.map(code => [code] as [ErrorCode]))('%s', code => {
    const definition = errorDefinition(code);

    it('says in whole sentences what is wrong', () => {
      expect(exampleMessage(code)).toMatch(sentences);
    });

    it('says what to do, to people and to programs', () => {
      expect(definition.remediation).toMatch(/^[A-Z].*\.$/);
      expect(NEXT_ACTIONS).toContain(definition.nextAction);
    });

    it('has the name Backstage gives to its status', () => {
      expect(definition.name).toBe(nameOfStatus[definition.status]);
    });

    it('tells when to come back if and only if coming back may help', () => {
      expect(definition.nextAction === 'wait_and_repeat').toBe(
        definition.retryable,
      );
      expect(definition.retryAfterSeconds !== null).toBe(definition.retryable);
    });
  });

  it('uses every next action', () => {
    const used = new Set(ERROR_CODES.map(code => ERROR_TABLE[code].nextAction));
    expect([...used].sort()).toEqual([...NEXT_ACTIONS].sort());
  });

  it('knows its codes, and takes none from the prototype', () => {
    expect(isErrorCode('FROZEN')).toBe(true);
    expect(isErrorCode('toString')).toBe(false);
    expect(isErrorCode(undefined)).toBe(false);
  });
});

describe('messages that choose their words', () => {
  it.each([
    [
      ERROR_TABLE.TASK_STATE_CONFLICT.message({
        action: 'cancel',
        state: 'completed',
      }),
      'The task already ended (completed). It cannot be cancelled.',
    ],
    [
      ERROR_TABLE.TASK_STATE_CONFLICT.message({
        action: 'approve',
        state: 'in_progress',
      }),
      'The task is in state in_progress. It cannot be approved.',
    ],
    [
      ERROR_TABLE.POLICY_DENIED.message({ reason: 'none_configured' }),
      'Nothing is allowed, because no policy is configured.',
    ],
    [
      ERROR_TABLE.POLICY_DENIED.message({ reason: 'none_matches' }),
      'No policy matches this task.',
    ],
    [
      ERROR_TABLE.POLICY_DENIED.message({
        reason: 'denied',
        policyId: 'services',
        policyVersion: 3,
      }),
      'Policy services v3 does not allow this task.',
    ],
    [
      ERROR_TABLE.REQUESTER_LACKS_ACCESS.message({ requirement: 'own' }),
      'You do not own the entity, or its location does not belong to the repository.',
    ],
    [
      ERROR_TABLE.ADOPT_MISMATCH.message({ mismatch: 'missing' }),
      'The provider knows no such task.',
    ],
    [
      ERROR_TABLE.ANSWER_NOT_POSSIBLE.message({ reason: 'not_asking' }),
      'The agent is not waiting for an answer.',
    ],
    [
      ERROR_TABLE.PULL_REQUEST_NOT_ALLOWED.message({
        policyId: 'services',
        policyVersion: 3,
        mode: 'require',
      }),
      'Policy services v3 wants a pull request.',
    ],
  ])('%s', (message, expected) => {
    expect(message).toBe(expected);
  });
});
