import { lasting, passing } from './ErrorDefinition';

/** Which edition of which policy spoke. Both come from the configuration. */
type PolicyValues = { policyId: string; policyVersion: number };

const example: PolicyValues = { policyId: 'services', policyVersion: 3 };

const says = ({ policyId, policyVersion }: PolicyValues, what: string) =>
  `Policy ${policyId} v${policyVersion} ${what}.`;

/** A rule of the portal says no: a policy, a budget, a freeze, a limit. */
export const policyErrors = {
  POLICY_DENIED: lasting({
    status: 403,
    name: 'NotAllowedError',
    message: (
      values:
        | { reason: 'none_configured' | 'none_matches' }
        | ({ reason: 'denied' } & PolicyValues),
    ) => {
      if (values.reason === 'denied') {
        return says(values, 'does not allow this task');
      }
      return values.reason === 'none_matches'
        ? 'No policy matches this task.'
        : 'Nothing is allowed, because no policy is configured.';
    },
    example: { reason: 'denied', ...example },
    nextAction: 'choose_other',
    remediation:
      'Preview the task to see which check fails, choose another template or entity, or ask the operators.',
  }),
  REPOSITORY_NOT_ALLOWED: lasting({
    status: 403,
    name: 'NotAllowedError',
    message: (values: PolicyValues) =>
      says(values, 'does not allow this repository'),
    example,
    nextAction: 'choose_other',
    remediation:
      'Choose another repository, or ask the operators why it is left out.',
  }),
  BASE_REF_NOT_ALLOWED: lasting({
    status: 403,
    name: 'NotAllowedError',
    message: (values: PolicyValues) =>
      says(values, 'does not allow this base branch'),
    example,
    nextAction: 'fix_request',
    remediation: 'Leave baseRef out to start from the default branch.',
  }),
  MODEL_NOT_ALLOWED: lasting({
    status: 403,
    name: 'NotAllowedError',
    message: (values: PolicyValues) =>
      says(values, 'does not allow this model'),
    example,
    nextAction: 'fix_request',
    remediation:
      'Choose one of the models in details.allowed, or leave model out.',
  }),
  PULL_REQUEST_NOT_ALLOWED: lasting({
    status: 403,
    name: 'NotAllowedError',
    message: (values: PolicyValues & { mode: 'require' | 'forbid' }) =>
      says(
        values,
        values.mode === 'require'
          ? 'wants a pull request'
          : 'wants a branch to be inspected before there is a pull request',
      ),
    example: { ...example, mode: 'forbid' },
    nextAction: 'fix_request',
    remediation: 'Leave createPullRequest out to follow the policy.',
  }),
  FREEFORM_NOT_ALLOWED: lasting({
    status: 403,
    name: 'NotAllowedError',
    message: (values: PolicyValues) =>
      says(values, 'does not allow a prompt without a template'),
    example,
    nextAction: 'choose_other',
    remediation: 'Choose a template that fits the entity.',
  }),
  TEMPLATE_NOT_TRUSTED: lasting({
    status: 403,
    name: 'NotAllowedError',
    message: (values: PolicyValues) =>
      says(values, 'does not allow templates from this location'),
    example,
    nextAction: 'choose_other',
    remediation:
      'Choose a trusted template, or ask the operators to trust the location it comes from.',
  }),
  BUDGET_EXCEEDED: lasting({
    status: 403,
    name: 'NotAllowedError',
    message: ({ estimated, budget }: { estimated: number; budget: number }) =>
      `The task may cost ${estimated} credits, which is more than the whole budget of ${budget}.`,
    example: { estimated: 25000, budget: 20000 },
    nextAction: 'ask_human',
    remediation: 'Narrow the task, or ask the owner of the budget to raise it.',
  }),
  FROZEN: passing({
    status: 409,
    name: 'ConflictError',
    message: () => 'New tasks are refused here while a freeze stands.',
    example: {},
    retryAfterSeconds: 300,
    remediation:
      'Wait until the freeze in details.freezeId is thawed; its reason says why it stands.',
  }),
  RATE_LIMITED: passing({
    status: 429,
    name: 'TooManyRequestsError',
    message: () => 'Too many requests were sent.',
    example: {},
    retryAfterSeconds: 60,
    remediation: 'Wait as long as Retry-After says, then repeat the request.',
  }),
  QUEUE_FULL: passing({
    status: 503,
    name: 'ServiceUnavailableError',
    message: ({ limit }: { limit: number }) =>
      `The queue is full: ${limit} tasks are waiting.`,
    example: { limit: 500 },
    retryAfterSeconds: 300,
    remediation:
      'Wait as long as Retry-After says, then repeat the request with the same Idempotency-Key.',
  }),
};
