import { lasting } from './ErrorDefinition';

/** The caller may not, whatever the request says. */
export const accessErrors = {
  NOT_AUTHENTICATED: lasting({
    status: 401,
    name: 'AuthenticationError',
    message: () => 'The request carries no valid credentials.',
    example: {},
    nextAction: 'reauthenticate',
    remediation:
      'Sign in again, or send a Backstage token in the Authorization header.',
  }),
  PERMISSION_DENIED: lasting({
    status: 403,
    name: 'NotAllowedError',
    message: () => 'You are not allowed to do this.',
    example: {},
    nextAction: 'request_access',
    remediation:
      'Ask the owner of the task or the operators; details.permission names the permission that is missing.',
  }),
  PERSON_REQUIRED: lasting({
    status: 403,
    name: 'NotAllowedError',
    message: () =>
      'Only a signed-in person may do this, not a program on their behalf.',
    example: {},
    nextAction: 'ask_human',
    remediation: 'Ask a person to do it in the portal.',
  }),
  SELF_APPROVAL_FORBIDDEN: lasting({
    status: 403,
    name: 'NotAllowedError',
    message: () => 'A task cannot be approved by the person who asked for it.',
    example: {},
    nextAction: 'ask_human',
    remediation: "Ask another of the policy's approvers.",
  }),
  REQUESTER_LACKS_ACCESS: lasting({
    status: 403,
    name: 'NotAllowedError',
    message: ({ requirement }: { requirement: 'write' | 'own' }) =>
      requirement === 'write'
        ? 'You have no write access to the repository, or it could not be shown.'
        : 'You do not own the entity, or its location does not belong to the repository.',
    example: { requirement: 'write' },
    nextAction: 'request_access',
    remediation:
      'Ask the owner of the repository for access, or ask somebody who has it to run the task.',
  }),
  IDENTITY_TOO_BROAD: lasting({
    status: 403,
    name: 'NotAllowedError',
    message: () => 'The token does not expire, or may do more than it has to.',
    example: {},
    nextAction: 'reauthenticate',
    remediation:
      'Connect again with an expiring token that has only the rights listed in the documentation.',
  }),
  PROVIDER_ACCESS_DENIED: lasting({
    status: 403,
    name: 'NotAllowedError',
    message: () => 'The provider does not let this identity act there.',
    example: {},
    nextAction: 'request_access',
    remediation:
      'Ask the owner of the identity to give it access to the repository and to agent tasks.',
  }),
};
