const commandMessages = {
  failed: 'This was not done',
  working: 'Sending…',
  reason: 'Reason',
  reasonHint: 'Kept in the record, for everybody who may read the task.',
  reasonOptional: 'Reason (optional)',
  back: 'Back',
  more: 'More actions',
  actions: 'What you can do',
} as const;

const approveMessages = {
  button: 'Approve',
  title: 'Approve “{{title}}”?',
  explain:
    'The task starts once you say yes. Your yes counts for exactly what you see here.',
  prompt: 'What the agent will be told',
  noPrompt: 'You may not see the prompt.',
  last: 'Compared with the last approved run',
  lastNone:
    'None was approved before: nobody has said yes to this template for this repository.',
  lastOwnPrompt:
    'There is nothing to compare it with: it has a prompt of its own.',
  lastHidden:
    'You may not see one of the two prompts, or it is no longer kept.',
  lastFailed: 'The last approved run could not be looked up',
  lastSame: 'Its prompt was the same, word for word.',
  difference: 'What differs, line by line',
  void: 'It was approved before, and something changed since.',
  askedBy: 'Asked by',
  policy: 'Policy',
  policyVersion: '{{id}}, version {{version}}',
  cost: 'May cost',
  identity: 'Acts as',
  repository: 'Repository',
  pending: 'Approving…',
  pendingHint: 'Takes effect in ten seconds.',
  gone: 'This no longer waits for an approval. Look at the task again.',
  changed:
    'The task changed while you looked. Read it again before you say yes.',
} as const;

const rejectMessages = {
  button: 'Reject',
  title: 'Reject “{{title}}”?',
  explain:
    'The task ends without having started. Who asked is told your reason.',
  submit: 'Reject task',
} as const;

const cancelMessages = {
  button: 'Cancel task',
  title: 'Cancel “{{title}}”?',
  neverStarted:
    'Ends the task. The agent has not started, so nothing was changed.',
  stops:
    'Stops the agent; what it pushed stays. The task counts as cancelled once GitHub confirms that it stopped.',
  submit: 'Cancel task',
  keep: 'Keep it',
} as const;

const answerMessages = {
  title: 'The agent waits for an answer',
  atProvider: 'Answer on GitHub',
  atProviderHint:
    'Opens the agent’s session and puts the task to your name, so that nobody answers twice.',
  noLink:
    'GitHub gave no link that may be followed. Open the task there by hand.',
  done: 'I answered it',
  pending: 'Noting that you answered…',
  pendingHint: 'Takes effect in ten seconds.',
  onIt: '{{name}} is on it',
  youAreOnIt: 'You are on it',
  label: 'Your answer',
  comment:
    'Comments @copilot on #{{number}} as {{login}}, with your name below it.',
  commentUnknown: 'Comments @copilot on #{{number}}, with your name below it.',
  send: 'Send answer',
  keys: 'Ctrl or ⌘ + Enter sends',
  left: '{{left}} characters left',
  tooLong: '{{over}} characters too many',
  none: 'This agent cannot be answered from here, and has no page of its own. Cancel the task, or wait for its limit.',
  over: 'The agent no longer waits for an answer. What you had typed:',
  discard: 'Discard it',
  question: 'The agent asks',
  untrusted: 'Written by the agent',
} as const;

const retryMessages = {
  button: 'Run again',
  title: 'Run “{{title}}” again?',
  explain:
    'Makes a new task that names this one as its parent. This one stays as it is.',
  submit: 'Run again',
  timed_out:
    'It took too long. A narrower scope is what helps most: fewer files, fewer folders.',
  unanswered:
    'Nobody answered in time. Say now what the agent had to ask, or ask for less.',
  agent_failed:
    'The agent failed. Read what it did, then tell the next run what to do differently.',
  conflict:
    'Its branch conflicts with the base. The next run can start from that branch and rebase it.',
  review_rejected:
    'Its pull request was closed unmerged. Tell the next run what the review found.',
  refused:
    'Running it again would be refused again: the account “{{identity}}” may not do this.',
  refusedNext:
    'The owner of that account can give it what is missing. Then run the task again.',
  refusedOwner: 'The owner of that account is',
  general: 'Nothing changes unless you say so below.',
  touched: 'The last run touched {{files}} in {{folders}}.',
  touchedFiles: 'The last run touched {{files}}.',
  files_one: '{{count}} file',
  files_other: '{{count}} files',
  folders_one: '{{count}} folder',
  folders_other: '{{count}} folders',
  scope: 'Only these files',
  scopeHint:
    'One pattern per line, such as src/payments/**. Empty keeps the template’s scope.',
  addition: 'Tell the next run',
  additionHint: 'Added to the prompt as a block of its own.',
  rebase:
    'Rebase the branch onto {{base}} and resolve the conflicts. Change nothing else.',
  continue: 'Go on from the branch of this task',
  log: 'Read the session’s log',
  started: 'A new task was made.',
} as const;

const acceptMessages = {
  button: 'Judge result',
  title: 'What came of “{{title}}”?',
  explain:
    'Your word stands over what was measured, and both stay in the record.',
  outcome: 'Outcome',
  succeeded: 'It was a success',
  noop: 'There was nothing to change',
  failed: 'It did not work out',
  submit: 'Save judgement',
} as const;

const resolveMessages = {
  button: 'Settle start',
  title: 'Did “{{title}}” start?',
  explain:
    'Its start was sent and no answer came back. Look at GitHub first: whatever you say here is believed.',
  decision: 'What did you find?',
  adopt: 'It is there',
  adoptHint: 'The task is followed under the id that it has at GitHub.',
  confirmNotStarted: 'It never started',
  confirmNotStartedHint:
    'It goes back into the queue and is started again. If it runs after all, it runs twice.',
  writeOff: 'Nobody can tell',
  writeOffHint:
    'The task ends as lost. If it turns up later, it is stopped and you are told.',
  changed:
    'Another start was tried while you looked. What you saw says nothing of it: go back, look for that one at GitHub, and settle it again.',
  providerTaskId: 'Id of the task at GitHub',
  submit: 'Settle it',
} as const;

const updateMessages = {
  assign: 'Assign to me',
  takeOver: 'Take over from {{name}}',
  release: 'Give back',
  acknowledge: 'Acknowledge',
  acknowledged: 'Acknowledged',
  snooze: 'Snooze',
  snoozed: 'Snoozed until {{time}}',
  wake: 'Wake now',
  hour: 'For an hour',
  hours: 'For four hours',
  tomorrow: 'Until tomorrow, 9:00',
  week: 'Until Monday, 9:00',
  quicker: '{{name}} was quicker: {{what}}',
  quickerUnknown: 'Somebody was quicker: {{what}}',
  conflict_assigned: 'it is assigned to {{name}}.',
  conflict_released: 'it is assigned to nobody any more.',
  conflict_answered: 'the agent was answered.',
  conflict_cancelled: 'the task is to be cancelled.',
  conflict_acknowledged: 'it was acknowledged.',
  conflict_snoozed: 'it was snoozed.',
  conflict_woken: 'it is no longer snoozed.',
  conflict_moved: 'it is now “{{status}}”.',
  conflict_changed: 'the task changed.',
  conflictNext: 'You see the task as it is now. Nothing of yours was changed.',
} as const;

/** The verbs of a task: their buttons, and the dialogs that ask before. */
export const taskCommandMessages = {
  command: commandMessages,
  approve: approveMessages,
  reject: rejectMessages,
  cancel: cancelMessages,
  answer: answerMessages,
  retry: retryMessages,
  accept: acceptMessages,
  resolve: resolveMessages,
  update: updateMessages,
} as const;
