import { ResponseError } from '@backstage/errors';
import { Violation } from './AgentTasksError';
import { NEXT_ACTIONS, NextAction } from './nextAction';

/** A failed answer as `fetch` gives it. */
type FailedResponse = Parameters<typeof ResponseError.fromResponse>[0];

/** For answers without our members: Backstage's own 401, 403, 429 and 503, and proxies on the way. */
const nextActionOfStatus: Record<number, NextAction> = {
  400: 'fix_request',
  401: 'reauthenticate',
  403: 'request_access',
  404: 'stop',
  429: 'wait_and_repeat',
  502: 'wait_and_repeat',
  503: 'wait_and_repeat',
  504: 'wait_and_repeat',
};

/**
 * What the client throws when the backend answers with an error.
 *
 * @public
 */
export class AgentTasksResponseError extends Error {
  override readonly name = 'AgentTasksResponseError';
  readonly statusCode: number;
  /** A code of the table, or a newer one; undefined when the answer is not one of ours. */
  readonly code: string | undefined;
  /** Always there, so that a caller needs no second way to decide. */
  readonly nextAction: NextAction;
  readonly retryable: boolean;
  readonly retryAfterSeconds: number | null;
  readonly remediation: string | undefined;
  readonly docsUrl: string | undefined;
  readonly details: Record<string, unknown>;
  readonly violations: Violation[];
  readonly requestId: string | undefined;
  override readonly cause: ResponseError;

  /**
   * Reads the answer to its end.
   */
  static async fromResponse(
    response: FailedResponse,
  ): Promise<AgentTasksResponseError> {
    return new AgentTasksResponseError(
      await ResponseError.fromResponse(response),
    );
  }

  constructor(failed: ResponseError) {
    const members: Partial<Record<string, unknown>> = { ...failed.cause };
    const code = textOf(members.code);
    // Without a code the message may be a whole page from a proxy: the status says enough.
    super(code === undefined ? failed.message : failed.cause.message);
    this.statusCode = failed.statusCode;
    this.code = code;
    const fallback = nextActionOfStatus[failed.statusCode] ?? 'ask_human';
    this.nextAction =
      NEXT_ACTIONS.find(action => action === members.nextAction) ?? fallback;
    this.retryable =
      typeof members.retryable === 'boolean'
        ? members.retryable
        : fallback === 'wait_and_repeat';
    this.retryAfterSeconds =
      secondsOf(members.retryAfterSeconds) ??
      secondsOf(failed.response.headers.get('retry-after'));
    this.remediation = textOf(members.remediation);
    this.docsUrl = textOf(members.docsUrl);
    this.details = isObject(members.details) ? members.details : {};
    this.violations = Array.isArray(members.violations)
      ? members.violations.filter(isViolation)
      : [];
    this.requestId = textOf(members.requestId);
    this.cause = failed;
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** `Retry-After` may also be a date; then the header is left to the reader. */
function secondsOf(value: unknown): number | null {
  const isNumber =
    typeof value === 'number' ||
    (typeof value === 'string' && /^\d+$/.test(value));
  return isNumber ? Number(value) : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isViolation(value: unknown): value is Violation {
  return (
    isObject(value) &&
    [value.field, value.rule, value.hint].every(
      part => typeof part === 'string',
    )
  );
}
