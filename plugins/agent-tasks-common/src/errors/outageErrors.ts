import { lasting, passing } from './ErrorDefinition';

/** Something broke, here or at a neighbour. */
export const outageErrors = {
  INTERNAL: lasting({
    status: 500,
    name: 'InternalServerError',
    message: ({ logId }: { logId: string }) =>
      `Something went wrong on our side. The log has it under ${logId}.`,
    example: { logId: '5f0c1e9a7b3d' },
    nextAction: 'ask_human',
    remediation: 'Give the operators the log id.',
  }),
  PROVIDER_CONTRACT_CHANGED: lasting({
    status: 502,
    name: 'BadGatewayError',
    message: () => "The provider's answer could not be understood.",
    example: {},
    nextAction: 'ask_human',
    remediation:
      'Tell the operators: the provider has probably changed its interface.',
  }),
  PROVIDER_UNAVAILABLE: passing({
    status: 503,
    name: 'ServiceUnavailableError',
    message: () => 'The provider cannot be reached.',
    example: {},
    retryAfterSeconds: 60,
    remediation:
      'Wait as long as Retry-After says. Waiting tasks start by themselves.',
  }),
  DATABASE_UNAVAILABLE: passing({
    status: 503,
    name: 'ServiceUnavailableError',
    message: () => 'The database cannot be reached.',
    example: {},
    retryAfterSeconds: 10,
    remediation:
      'Wait as long as Retry-After says, then repeat the request with the same Idempotency-Key.',
  }),
};
