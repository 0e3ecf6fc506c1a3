import {
  AgentTasksError,
  errorDefinition,
  ErrorName,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';

/** Names that tool servers pass on. An error of any other name reaches an agent without words. */
const PASSED_ON: Readonly<Record<ErrorName, string>> = {
  InputError: 'InputError',
  AuthenticationError: 'AuthenticationError',
  NotAllowedError: 'NotAllowedError',
  NotFoundError: 'NotFoundError',
  ConflictError: 'ConflictError',
  PreconditionFailedError: 'ConflictError',
  PayloadTooLargeError: 'InputError',
  UnsupportedMediaTypeError: 'InputError',
  TooManyRequestsError: 'ServiceUnavailableError',
  InternalServerError: 'ServiceUnavailableError',
  BadGatewayError: 'ServiceUnavailableError',
  ServiceUnavailableError: 'ServiceUnavailableError',
};

/**
 * An error as an agent gets it, which is told nothing but the message: our code, the sentence, what
 * is wrong with which field, and what to do next. All of it is ours; nothing of it was written by
 * others.
 */
export function toolError(error: AgentTasksError): Error {
  const { remediation } = errorDefinition(error.code);
  const fields = error.violations.map(({ field, hint }) => `${field}: ${hint}`);
  const wait =
    error.retryAfterSeconds === null
      ? []
      : [`Wait ${error.retryAfterSeconds} seconds.`];
  const told = new Error(
    [
      `${error.code}: ${error.message}`,
      ...(fields.length > 0 ? [`(${fields.join('; ')})`] : []),
      remediation,
      ...wait,
    ].join(' '),
  );
  told.name = PASSED_ON[error.name];
  return told;
}
