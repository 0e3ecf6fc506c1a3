/** Where a task stands, in one sentence; keys as `headlineOf` gives them. */
const headlineMessages = {
  withFor: '{{sentence}}, with {{who}} for {{age}}',
  since: '{{sentence}}, for {{age}}',
  draft: 'Draft #{{number}}',
  pullRequest: 'Pull request #{{number}}',
  noPullRequest: 'Its result',
  approval: 'Waits for a yes',
  approvalVoid: 'Changed since it was approved: waits for another yes',
  turn: 'Waits for its turn',
  turnAt: 'Waits for its turn, number {{position}} in line',
  held: 'Waits {{why}}',
  heldAt: 'Waits {{why}}, number {{position}} in line',
  heldTooLong: 'Has waited longer than it should, {{why}}',
  budget: 'Waits for budget: what there was is used up',
  starting: 'Is being started',
  working: 'The agent works on it',
  workingOn: 'The agent works on it; {{pull}} is open meanwhile',
  idle: 'The agent rests, and may go on',
  stopping: 'Stopping… until GitHub confirms it',
  asked: 'The agent asks something on GitHub',
  quiet: 'The agent has gone quiet and left nothing',
  answered: 'Answered; the agent has not gone on yet',
  signIn: 'Cannot go on until somebody signs in to GitHub',
  ready: '{{pull}} is ready',
  runChecks: '{{pull}} is ready; its checks wait for somebody to run them',
  conflict: '{{pull}} conflicts with {{base}}',
  merge: '{{pull}} is approved, and not merged yet',
  branch: 'A branch without a pull request waits to be looked at',
  accept: '{{pull}} is there: somebody has to say what it was worth',
  outOfScope: '{{pull}} touches files outside its scope',
  selfReviewed: '{{pull}} was reviewed by its requester alone',
  staleReview: '{{pull}} has not moved for a week',
  judging: 'The agent has ended; its result is being judged',
  succeeded: 'Done: {{reason}}',
  noop: 'Done: there was nothing to change',
  failed: 'Not done. {{failure}}',
  notDone: 'Not done: {{reason}}',
  cancelled: 'Cancelled: {{reason}}',
  unclear: 'Nobody knows yet whether it started; the portal is looking',
  quarantined: 'Nobody knows whether it started: an operator has to settle it',
  accessLost: 'GitHub does not show it any more',
} as const;

/** The one thing to do next. */
const primaryMessages = {
  review: 'Review on GitHub',
  run_checks: 'Run checks on GitHub',
  merge: 'Merge on GitHub',
  solve_conflict: 'Open on GitHub',
  look: 'Open on GitHub',
  watch: 'Watch on GitHub',
  read: 'Read on GitHub',
} as const;

/** Why a task came to its outcome; `outcomeReason` of the task. */
const outcomeReasonMessages = {
  merged: 'merged',
  checks_passed: 'its checks passed',
  pull_request_opened: 'a pull request was opened',
  branch_pushed: 'a branch was pushed',
  no_changes: 'there was nothing to change',
  review_rejected: 'its pull request was closed unmerged',
  agent_failed: 'the agent failed',
  time_limit: 'it took longer than allowed',
  expired: 'it waited past its limit and never started',
  refused: 'it was refused',
  rejected: 'an approver said no',
  cancelled_by_requester: 'by the one who asked',
  cancelled_by_others: 'by somebody else than the one who asked',
  written_off: 'nobody could find out whether it started',
  access_lost: 'GitHub stopped showing it',
  never_settled: 'nobody settled it in time',
  decided_by_person: 'a person decided so',
  unknown: 'no reason is known',
} as const;

const stageMessages = {
  label: 'How far it is',
  asked: 'Asked',
  waiting: 'Waiting',
  working: 'Working',
  review: 'Review',
  result: 'Result',
  now: 'now',
  reached: 'reached',
  skipped: 'skipped',
  ahead: 'not yet',
} as const;

const factMessages = {
  title: 'Facts',
  service: 'Service',
  repository: 'Repository',
  base: 'Base',
  owner: 'Owner',
  noOwner: 'Nobody owns it; a fallback is told',
  routedTo: 'Waits for',
  assignee: 'Assigned to',
  requester: 'Asked by',
  through: '{{name}}, {{via}}',
  via_portal: 'in the portal',
  via_scaffolder: 'through a software template',
  via_api: 'through the API',
  via_action: 'through an agent or the command line',
  via_schedule: 'on a schedule',
  via_campaign: 'in a campaign',
  identity: 'Acts as',
  policy: 'Policy',
  policyIs: '{{id}} v{{version}}',
  template: 'Template',
  templateIs: '{{name}} v{{version}}',
  ownPrompt: 'None: a prompt of its own',
  model: 'Model',
  modelIs: '{{used}} (asked for {{requested}})',
  cost: 'Cost',
  costBoth: '{{actual}} of about {{estimated}}',
  estimated: 'about {{estimated}}',
  outcome: 'Outcome',
  provider: 'At GitHub',
  session: 'Session',
  parent: 'Runs again',
  parentLink: 'an earlier task',
  snoozed: 'Snoozed until',
  state: 'State',
  flags: 'Marks',
} as const;

/** What each mark on a task means. */
const flagMessages = {
  out_of_scope_files: 'Touches files outside its scope',
  too_large: 'Larger than its template allows',
  unexpected_branch: 'Its pull request goes into another branch than asked for',
  model_outside_policy: 'Ran on a model that the policy does not name',
  report_missing: 'The agent left out parts of the report it was asked for',
  self_reviewed: 'Approved by its requester alone',
  late_start: 'Started after it had been ended here; it was told to stop',
  duplicate_start: 'A second task with the same mark was found at GitHub',
  unknown_state: 'GitHub reports a state that is not known here',
  access_lost: 'GitHub does not show it any more',
  cannot_stop: 'Could not be stopped; stop it on GitHub',
  partial_state: 'Half a success: something stands, something is missing',
  shared_identity: 'The acting account is shared by many people',
  recovered: 'Found again after its start had been unclear',
} as const;

const noteMessages = {
  stopping:
    '{{name}} wished it to stop. It counts as cancelled once GitHub confirms that.',
  stoppingBySystem:
    'Its time is over and it was told to stop. GitHub has not confirmed that yet.',
  stale: 'GitHub was last seen {{age}}. What you see may be out of date.',
  unread:
    'The portal’s backend does not answer. You see what was last read, {{age}}.',
  partial_inspect_branch:
    'The agent broke off and left a branch. Look at it before you run the task again.',
  partial_open_pull_request:
    'The agent finished a branch but opened no pull request. Open one by hand, if the work is good.',
  partial_finish_or_close_pull_request:
    'The agent broke off and left a pull request. Finish it, or close it.',
} as const;

const costMessages = {
  unknown: 'not known',
  ai_credits_one: '{{count}} credit',
  ai_credits_other: '{{count}} credits',
  premium_requests_one: '{{count}} premium request',
  premium_requests_other: '{{count}} premium requests',
} as const;

const pageMessages = {
  missing: 'This task does not exist, or you may not see it',
  missingHint: 'Check the address, or ask whoever sent it to you.',
  gone: 'This task is no longer there, or you may no longer see it',
  toList: 'All tasks',
  unknownTime: 'not known',
  none: 'none',
} as const;

/** What the eye meets first on the page of a task, and the facts beside it. */
export const taskHeadMessages = {
  headline: headlineMessages,
  primary: primaryMessages,
  outcomeReason: outcomeReasonMessages,
  stage: stageMessages,
  fact: factMessages,
  flag: flagMessages,
  note: noteMessages,
  cost: costMessages,
  page: pageMessages,
} as const;
