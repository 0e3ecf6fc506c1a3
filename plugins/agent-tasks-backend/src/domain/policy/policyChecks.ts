import { Policy, PolicyAsk, PolicySetting } from './policy';
import { unmetPaths } from './entityFilter';
import { matchesAny } from './textGlob';

/** Why a policy that applies says no, as the code of the error that a submit gets. */
export type DenyCode =
  | 'POLICY_DENIED'
  | 'REPOSITORY_NOT_ALLOWED'
  | 'BASE_REF_NOT_ALLOWED'
  | 'MODEL_NOT_ALLOWED'
  | 'PULL_REQUEST_NOT_ALLOWED'
  | 'FREEFORM_NOT_ALLOWED'
  | 'TEMPLATE_NOT_TRUSTED';

/** `open`: it cannot be known yet, and is asked again before the start. */
export type CheckResult = 'yes' | 'no' | 'open';

export interface MatchCheck {
  name: string;
  applies(policy: Policy, ask: PolicyAsk): CheckResult;
}

const yesIf = (condition: boolean): CheckResult => (condition ? 'yes' : 'no');

/** An entity that is not in the catalog yet may still turn out to fit. */
function ofEntity(
  ask: PolicyAsk,
  holds: (entity: NonNullable<PolicyAsk['entity']>) => boolean,
): CheckResult {
  if (ask.entity) return yesIf(holds(ask.entity));
  return ask.isEntityOpen ? 'open' : 'no';
}

/** Whether a policy applies: asked of each policy in turn, the first where nothing says no wins. */
export const MATCH_CHECKS: readonly MatchCheck[] = [
  {
    name: 'via',
    applies: ({ match }, { via }) =>
      yesIf((match?.via ?? ['portal', 'scaffolder']).includes(via)),
  },
  {
    name: 'organizations',
    applies: ({ match }, { slug }) =>
      yesIf(
        !match?.organizations ||
          matchesAny(match.organizations, slug.split('/')[0]),
      ),
  },
  {
    name: 'repositories',
    applies: ({ match }, { slug }) =>
      yesIf(!match?.repositories || matchesAny(match.repositories, slug)),
  },
  {
    name: 'templates',
    applies: ({ match }, { template }) =>
      yesIf(
        !match?.templates || matchesAny(match.templates, template?.ref ?? ''),
      ),
  },
  {
    name: 'kinds',
    applies: ({ match }, ask) =>
      match?.kinds
        ? ofEntity(
            ask,
            entity =>
              unmetPaths({ kind: match.kinds ?? [] }, entity).length === 0,
          )
        : 'yes',
  },
  {
    name: 'types',
    applies: ({ match }, ask) =>
      match?.types
        ? ofEntity(
            ask,
            entity =>
              unmetPaths({ 'spec.type': match.types ?? [] }, entity).length ===
              0,
          )
        : 'yes',
  },
  {
    name: 'filter',
    applies: ({ match }, ask) =>
      match?.filter
        ? ofEntity(
            ask,
            entity => unmetPaths(match.filter ?? {}, entity).length === 0,
          )
        : 'yes',
  },
];

export interface RuleCheck {
  name: string;
  code: DenyCode;
  holds(policy: Policy, ask: PolicyAsk, setting: PolicySetting): CheckResult;
}

/** What the policy that applies demands; each is asked, so that a trace shows everything at once. */
export const RULE_CHECKS: readonly RuleCheck[] = [
  {
    name: 'identity',
    code: 'POLICY_DENIED',
    holds: ({ identity }, _ask, { identityTypes }) =>
      yesIf(Object.hasOwn(identityTypes, identity)),
  },
  {
    name: 'repositories.deny',
    code: 'REPOSITORY_NOT_ALLOWED',
    holds: ({ repositories }, { slug }) =>
      yesIf(!matchesAny(repositories?.deny ?? [], slug)),
  },
  {
    name: 'baseRefs',
    code: 'BASE_REF_NOT_ALLOWED',
    holds: ({ baseRefs }, ask) =>
      baseRefs ? baseRefHolds(baseRefs, ask) : 'yes',
  },
  {
    name: 'models',
    code: 'MODEL_NOT_ALLOWED',
    holds: ({ models }, { model }) =>
      yesIf(
        !models?.allow ||
          matchesAny(models.allow, model ?? models.default ?? 'auto'),
      ),
  },
  {
    name: 'pullRequest',
    code: 'PULL_REQUEST_NOT_ALLOWED',
    holds: ({ pullRequest }, { createPullRequest }) =>
      yesIf(
        !(pullRequest === 'require' && createPullRequest === false) &&
          !(pullRequest === 'forbid' && createPullRequest === true),
      ),
  },
  {
    name: 'freeform',
    code: 'FREEFORM_NOT_ALLOWED',
    holds: ({ freeform }, { template }) =>
      yesIf(template !== null || freeform === true),
  },
  {
    name: 'untrustedTemplates',
    code: 'TEMPLATE_NOT_TRUSTED',
    // Text that anybody may register never acts with a token that everybody shares.
    holds: (
      { untrustedTemplates, identity },
      { template },
      { identityTypes },
    ) =>
      yesIf(
        template === null ||
          template.isTrusted ||
          (untrustedTemplates === true &&
            identityTypes[identity] === 'requester'),
      ),
  },
];

function baseRefHolds(
  baseRefs: string[],
  { baseRef, defaultBranch }: PolicyAsk,
): CheckResult {
  const patterns = baseRefs.filter(pattern => pattern !== 'default');
  if (baseRef !== 'default' && matchesAny(patterns, baseRef)) return 'yes';
  if (baseRef === 'default' && defaultBranch !== null) {
    if (matchesAny(patterns, defaultBranch)) return 'yes';
  }
  const allowsDefault = patterns.length < baseRefs.length;
  if (allowsDefault) {
    if (baseRef === 'default' || baseRef === defaultBranch) return 'yes';
    return defaultBranch === null ? 'open' : 'no';
  }
  // The default branch may turn out to be one of the patterns.
  return baseRef === 'default' && defaultBranch === null ? 'open' : 'no';
}
