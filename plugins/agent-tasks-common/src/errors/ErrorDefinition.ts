import { NextAction } from './nextAction';

/**
 * The names Backstage gives its errors, and for statuses that it has no class for, the names that
 * its HTTP layer uses.
 *
 * @public
 */
export type ErrorName =
  | 'InputError'
  | 'AuthenticationError'
  | 'NotAllowedError'
  | 'NotFoundError'
  | 'ConflictError'
  | 'PreconditionFailedError'
  | 'PayloadTooLargeError'
  | 'UnsupportedMediaTypeError'
  | 'TooManyRequestsError'
  | 'InternalServerError'
  | 'BadGatewayError'
  | 'ServiceUnavailableError';

/**
 * What a message is filled with: numbers, words of closed sets, ids from our configuration. Never
 * text from upstream, prompts or entities, because the reader of a message may be an agent that
 * takes it for an instruction. References and ids belong in `details`.
 *
 * @public
 */
export type ErrorValues = Record<string, string | number | boolean | null>;

/**
 * All there is to say about one error code.
 *
 * @public
 */
export interface ErrorDefinition<Values extends ErrorValues> {
  /** HTTP status. */
  status: number;
  name: ErrorName;
  /** One or more whole sentences. */
  message: (values: Values) => string;
  /** Values for documentation and tests. */
  example: Values;
  /** Whether the very same request may succeed later. */
  retryable: boolean;
  /** Seconds to wait where the one who throws knows nothing better; null: no `Retry-After`. */
  retryAfterSeconds: number | null;
  nextAction: NextAction;
  /** For people: what to do, as whole sentences. */
  remediation: string;
}

type Fixed = 'retryable' | 'retryAfterSeconds';

/** An error that time does not mend. */
export function lasting<Values extends ErrorValues>(
  definition: Omit<ErrorDefinition<Values>, Fixed>,
): ErrorDefinition<Values> {
  return { ...definition, retryable: false, retryAfterSeconds: null };
}

/** An error that time mends: the same request may succeed after a while. */
export function passing<Values extends ErrorValues>(
  definition: Omit<ErrorDefinition<Values>, Fixed | 'nextAction'> & {
    retryAfterSeconds: number;
  },
): ErrorDefinition<Values> {
  return { ...definition, retryable: true, nextAction: 'wait_and_repeat' };
}
