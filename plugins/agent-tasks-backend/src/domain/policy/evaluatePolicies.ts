import {
  PolicyCheckResult,
  PolicyResult,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import {
  narrowed,
  Policy,
  PolicyAsk,
  PolicySetting,
  PolicyTerms,
} from './policy';
import {
  CheckResult,
  DenyCode,
  MATCH_CHECKS,
  RULE_CHECKS,
} from './policyChecks';

/** One check of one policy. The message is a sentence of ours, without any text from outside. */
export interface PolicyTraceEntry {
  /** null for what comes before any policy. */
  policy: string | null;
  check: string;
  result: PolicyCheckResult;
  message: string;
}

export interface PolicyVerdict {
  result: PolicyResult;
  policy: { id: string; version: number } | null;
  /** null unless denied. */
  code: DenyCode | null;
  /** Something could not be known yet: it is asked again before the start. */
  isProvisional: boolean;
  trace: PolicyTraceEntry[];
  /** null when denied. */
  terms: PolicyTerms | null;
}

/**
 * Asks the policies: the first that applies decides, and when none does, the answer is no. Never
 * throws: what cannot be evaluated is denied, because a gap in a rule must not become a way in.
 */
export function evaluatePolicies(
  setting: PolicySetting,
  ask: PolicyAsk,
): PolicyVerdict {
  const trace: PolicyTraceEntry[] = [];
  try {
    for (const policy of setting.policies) {
      const match = matchOf(policy, ask, trace);
      if (match !== 'no') return ruled(policy, setting, ask, match, trace);
    }
  } catch {
    return denied(
      [
        ...trace,
        entry(null, 'error', 'deny', 'A policy could not be evaluated.'),
      ],
      null,
    );
  }
  const message =
    setting.policies.length === 0
      ? 'No policy is configured.'
      : 'No policy applies.';
  return denied([...trace, entry(null, 'match', 'deny', message)], null);
}

const MATCH_MESSAGES: Record<CheckResult, string> = {
  yes: 'Applies.',
  no: 'The policy does not apply.',
  open: 'Not known before the catalog has the entity.',
};

const RULE_MESSAGES: Record<CheckResult, string> = {
  yes: 'Allowed.',
  no: 'Not allowed.',
  open: 'Asked again before the start.',
};

/** Every match is asked, so that people see all that keeps a policy from applying. */
function matchOf(
  policy: Policy,
  ask: PolicyAsk,
  trace: PolicyTraceEntry[],
): CheckResult {
  const results = MATCH_CHECKS.map(({ name, applies }) => {
    const result = applies(policy, ask);
    trace.push(
      entry(
        policy.id,
        `match.${name}`,
        result === 'yes' ? 'allow' : 'skip',
        MATCH_MESSAGES[result],
      ),
    );
    return result;
  });
  if (results.includes('no')) return 'no';
  return results.includes('open') ? 'open' : 'yes';
}

function ruled(
  policy: Policy,
  setting: PolicySetting,
  ask: PolicyAsk,
  match: CheckResult,
  trace: PolicyTraceEntry[],
): PolicyVerdict {
  const results = RULE_CHECKS.map(({ name, code, holds }) => {
    const result = holds(policy, ask, setting);
    const shown = { yes: 'allow', no: 'deny', open: 'skip' } as const;
    trace.push(entry(policy.id, name, shown[result], RULE_MESSAGES[result]));
    return { result, code };
  });
  const broken = results.find(({ result }) => result === 'no');
  if (broken) return denied(trace, policy, broken.code);
  const result = asksPerson(policy, ask) ? 'ask' : 'allow';
  trace.push(
    entry(
      policy.id,
      'approval',
      result,
      result === 'ask' ? 'A person decides.' : 'No approval is needed.',
    ),
  );
  return {
    result,
    policy: { id: policy.id, version: policy.version },
    code: null,
    isProvisional:
      match === 'open' || results.some(item => item.result === 'open'),
    trace,
    terms: termsOf(policy, setting, ask),
  };
}

/** A template may ask for more approval than the policy, never for less. */
function asksPerson(policy: Policy, ask: PolicyAsk): boolean {
  return (
    policy.approval?.required === true || ask.template?.approval === 'required'
  );
}

function termsOf(
  policy: Policy,
  setting: PolicySetting,
  ask: PolicyAsk,
): PolicyTerms {
  const isShared = setting.identityTypes[policy.identity] === 'token';
  return {
    identityId: policy.identity,
    model: ask.model ?? policy.models?.default ?? 'auto',
    fallbackWithoutModel: policy.models?.fallbackWithoutModel ?? false,
    createPullRequest: ask.createPullRequest ?? policy.pullRequest !== 'forbid',
    // With their own token the provider itself asks what a person may do.
    requesterMust: policy.requesterMust ?? (isShared ? 'write' : 'none'),
    approvers: policy.approval?.by ?? 'owner',
    fourEyes: policy.approval?.fourEyes ?? true,
    limits: narrowed(setting.limits, policy.limits ?? {}),
    timeouts: policy.timeouts ?? {},
    windows: policy.windows ?? [],
  };
}

function denied(
  trace: PolicyTraceEntry[],
  policy: Policy | null,
  code: DenyCode = 'POLICY_DENIED',
): PolicyVerdict {
  return {
    result: 'deny',
    policy: policy && { id: policy.id, version: policy.version },
    code,
    isProvisional: false,
    trace,
    terms: null,
  };
}

function entry(
  policy: string | null,
  check: string,
  result: PolicyCheckResult,
  message: string,
): PolicyTraceEntry {
  return { policy, check, result, message };
}
