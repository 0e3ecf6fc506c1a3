import { lasting } from './ErrorDefinition';

/** The request itself cannot be used: its form, its size, its address, what its fields say. */
export const requestErrors = {
  INVALID_REQUEST: lasting({
    status: 400,
    name: 'InputError',
    message: () => 'The request is not valid.',
    example: {},
    nextAction: 'fix_request',
    remediation:
      'Correct the fields named in violations and send the request again.',
  }),
  ROUTE_NOT_FOUND: lasting({
    status: 404,
    name: 'NotFoundError',
    message: () => 'There is no such route.',
    example: {},
    nextAction: 'fix_request',
    remediation:
      'Compare the method and the path with the OpenAPI document at /openapi.json.',
  }),
  REVISION_CONFLICT: lasting({
    status: 412,
    name: 'PreconditionFailedError',
    message: () => 'The task has changed since it was read.',
    example: {},
    nextAction: 'read_task',
    remediation:
      'Read the task again, look whether it still is what you meant, and repeat with what it says now: its ETag in If-Match, its approvalDigest, or its attempts.',
  }),
  PAYLOAD_TOO_LARGE: lasting({
    status: 413,
    name: 'PayloadTooLargeError',
    message: ({ limit }: { limit: number }) =>
      `The body is larger than ${limit} bytes.`,
    example: { limit: 65536 },
    nextAction: 'fix_request',
    remediation: 'Shorten the parameters or the prompt.',
  }),
  UNSUPPORTED_MEDIA_TYPE: lasting({
    status: 415,
    name: 'UnsupportedMediaTypeError',
    message: () => 'The body must be JSON.',
    example: {},
    nextAction: 'fix_request',
    remediation: 'Send JSON with the header Content-Type: application/json.',
  }),
  PARAMETERS_INVALID: lasting({
    status: 422,
    name: 'InputError',
    message: () => "The parameters do not match the template's form.",
    example: {},
    nextAction: 'fix_request',
    remediation:
      'Correct the parameters named in violations; the template lists what it takes.',
  }),
  ENTITY_HAS_NO_REPOSITORY: lasting({
    status: 422,
    name: 'InputError',
    message: () => 'The entity does not say which repository its code is in.',
    example: {},
    nextAction: 'fix_request',
    remediation:
      'Name the repository in the request, or add the annotation github.com/project-slug to the entity.',
  }),
  REPOSITORY_MISMATCH: lasting({
    status: 422,
    name: 'InputError',
    message: () => "The repository is not the entity's repository.",
    example: {},
    nextAction: 'fix_request',
    remediation: 'Name only one of the two, or the two that belong together.',
  }),
  IDEMPOTENCY_KEY_REUSED: lasting({
    status: 422,
    name: 'InputError',
    message: () => 'The Idempotency-Key was used before with another body.',
    example: {},
    nextAction: 'fix_request',
    remediation:
      'Use a new key for a new task. To repeat the earlier request, send its body unchanged.',
  }),
  PROMPT_CONTAINS_SECRET: lasting({
    status: 422,
    name: 'InputError',
    message: () => 'The text contains what looks like a secret.',
    example: {},
    nextAction: 'fix_request',
    remediation:
      'Remove the secret from the fields named in violations. If it was a real one, revoke it.',
  }),
  PROMPT_CONTAINS_HIDDEN_TEXT: lasting({
    status: 422,
    name: 'InputError',
    message: () =>
      'The text contains characters that people cannot see, or words reserved for tracking.',
    example: {},
    nextAction: 'fix_request',
    remediation:
      'Remove control, direction and zero-width characters and the tracking line from the fields named in violations.',
  }),
  PROMPT_TOO_LONG: lasting({
    status: 422,
    name: 'InputError',
    message: ({ length, limit }: { length: number; limit: number }) =>
      `The prompt has ${length} characters; ${limit} are allowed.`,
    example: { length: 31250, limit: 30000 },
    nextAction: 'fix_request',
    remediation: 'Shorten the prompt or the longest parameter.',
  }),
};
