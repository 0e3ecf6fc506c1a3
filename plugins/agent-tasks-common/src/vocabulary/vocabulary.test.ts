import * as vocabulary from './index';

const closedSets = Object.entries(vocabulary).flatMap(([name, value]) =>
  Array.isArray(value) ? [[name, value] as [string, string[]]] : [],
);

/** As `http-api.md` and `domain.md` promise them to programs outside. */
const promised: Record<string, string> = {
  TASK_STATUSES:
    'needs_approval waiting working needs_you in_review done not_done cancelled unclear',
  HELD_REASONS:
    'entity preflight frozen breaker window identity provider budget review_capacity owner_limit organization_limit repository_limit requester_limit',
  CHECKS_STATES: 'none awaiting_approval pending passing failing',
  REVIEW_STATES: 'none required approved changes_requested',
  STAGES: 'asked waiting working review result',
  ANSWER_MODES: 'comment at_provider none',
  TASK_FLAGS:
    'out_of_scope_files too_large unexpected_branch model_outside_policy report_missing self_reviewed late_start duplicate_start unknown_state access_lost cannot_stop partial_state shared_identity recovered',
  REQUESTER_TYPES: 'user service',
  VIA_KINDS: 'portal scaffolder api action schedule campaign',
  ATTENTIONS: 'question approval review failure blocked unconfirmed',
  FAILURE_CLASSES:
    'rate_limited provider_unavailable not_sent model_unavailable permission_denied not_enabled not_ready identity_invalid repository_not_found conflict agent_failed unanswered timed_out quota_exhausted budget_exhausted review_rejected expired policy_changed unknown',
  OUTCOMES: 'pending succeeded noop failed timed_out cancelled lost',
  SUCCESS_CONDITIONS: 'merged checks pull-request branch accepted',
  ROLLBACK_STEPS: 'close-pull-request delete-branch open-revert notify-owner',
  RESOLVE_DECISIONS: 'adopt confirm-not-started write-off',
  FREEZE_SCOPES: 'all organization repository owner template policy',
  TEMPLATE_LIFECYCLES: 'experimental production retired',
  COST_KINDS: 'reserve charge release write_off',
  PROVIDER_STATES:
    'queued in_progress completed failed idle waiting_for_user timed_out cancelled',
};

describe('the closed sets', () => {
  it.each(closedSets)('%s names nothing twice', (_, words) => {
    expect(words).toEqual([...new Set(words)]);
    expect(words.length).toBeGreaterThan(1);
  });

  it.each(Object.entries(promised))(
    '%s holds exactly the words promised to others',
    (name, words) => {
      expect(Object.fromEntries(closedSets)[name]).toEqual(words.split(' '));
    },
  );

  it('has reasons for every attention, none of them twice', () => {
    const { ATTENTIONS, ATTENTION_REASONS } = vocabulary;
    expect(Object.keys(ATTENTION_REASONS).sort()).toEqual(
      [...ATTENTIONS].sort(),
    );
    for (const reasons of Object.values(ATTENTION_REASONS)) {
      expect(reasons).toEqual([...new Set(reasons)]);
    }
  });

  it('names a phase that ends a task by a status that says so', () => {
    for (const phase of vocabulary.END_PHASES) {
      const status = vocabulary.statusOf({
        phase,
        providerState: null,
        outcome: 'pending',
        attention: null,
        attentionReason: null,
      });
      expect(['not_done', 'cancelled']).toContain(status);
    }
  });
});
