import { CustomErrorBase } from '@backstage/errors';
import { ErrorName } from './ErrorDefinition';
import { ErrorCode, errorDefinition, ErrorValuesOf } from './errorTable';

/**
 * What is wrong with one field of a request.
 *
 * @public
 */
export interface Violation {
  /** Path with dots: `parameters.version`. */
  field: string;
  /** As JSON Schema calls it: `required`, `type`, `enum`, `pattern`, `additionalProperties`, … */
  rule: string;
  /** What the field must be. Never its value. */
  hint: string;
}

/** @public */
export interface AgentTasksErrorOptions {
  /**
   * Facts for programs, such as `taskId`. Text that others wrote goes into `untrustedText` alone,
   * capped and cleaned.
   */
  details?: Record<string, unknown>;
  violations?: Violation[];
  /** Overrides the wait of the table. */
  retryAfterSeconds?: number;
  /** For our log; reaches neither the message nor the answer. */
  cause?: unknown;
}

/**
 * The values are left out where the message needs none.
 *
 * @public
 */
export type AgentTasksErrorArguments<Code extends ErrorCode> =
  {} extends ErrorValuesOf<Code>
    ? [values?: ErrorValuesOf<Code>, options?: AgentTasksErrorOptions]
    : [values: ErrorValuesOf<Code>, options?: AgentTasksErrorOptions];

/**
 * A refusal or failure with a code of the table.
 *
 * @public
 */
export class AgentTasksError<
  Code extends ErrorCode = ErrorCode,
> extends CustomErrorBase {
  override name: ErrorName;
  readonly code: Code;
  /** So that Backstage's own error handler answers with the right status, should ours be missing. */
  readonly statusCode: number;
  readonly values: ErrorValuesOf<Code>;
  readonly details: Record<string, unknown>;
  readonly violations: Violation[];
  readonly retryAfterSeconds: number | null;

  constructor(code: Code, ...rest: AgentTasksErrorArguments<Code>) {
    const definition = errorDefinition(code);
    const values = (rest[0] ?? {}) as ErrorValuesOf<Code>;
    const options = rest[1] ?? {};
    // The cause stays out of super(), which would append its text to our message.
    super(definition.message(values));
    this.name = definition.name;
    this.code = code;
    this.statusCode = definition.status;
    this.values = values;
    this.details = options.details ?? {};
    this.violations = options.violations ?? [];
    this.retryAfterSeconds =
      options.retryAfterSeconds ?? definition.retryAfterSeconds;
    // Not enumerable, because serializers copy what is: a cause can hold a prompt or a token.
    Object.defineProperty(this, 'cause', {
      value: options.cause,
      enumerable: false,
    });
  }
}
