import { accessErrors } from './accessErrors';
import { ErrorDefinition } from './ErrorDefinition';
import { outageErrors } from './outageErrors';
import { policyErrors } from './policyErrors';
import { requestErrors } from './requestErrors';
import { taskErrors } from './taskErrors';

/**
 * Every error code of the HTTP API. Router, client, `docs/errors.md` and the OpenAPI document are
 * all made from this one table.
 *
 * @public
 */
export const ERROR_TABLE = {
  ...requestErrors,
  ...accessErrors,
  ...policyErrors,
  ...taskErrors,
  ...outageErrors,
};

/**
 * Stable: a code is never renamed and never changes its meaning.
 *
 * @public
 */
export type ErrorCode = keyof typeof ERROR_TABLE;

/** @public */
export const ERROR_CODES = Object.keys(ERROR_TABLE) as [
  ErrorCode,
  ...ErrorCode[],
];

/**
 * What the message of a code is filled with.
 *
 * @public
 */
export type ErrorValuesOf<Code extends ErrorCode> =
  (typeof ERROR_TABLE)[Code]['example'];

const definitions: {
  [Code in ErrorCode]: ErrorDefinition<ErrorValuesOf<Code>>;
} = ERROR_TABLE;

/**
 * All there is to say about a code.
 *
 * @public
 */
export function errorDefinition<Code extends ErrorCode>(
  code: Code,
): ErrorDefinition<ErrorValuesOf<Code>> {
  return definitions[code];
}

/**
 * Whether a word is a code that this version knows; a newer backend may have more.
 *
 * @public
 */
export function isErrorCode(word: unknown): word is ErrorCode {
  return typeof word === 'string' && Object.hasOwn(ERROR_TABLE, word);
}
