/**
 * How far a template is. A `retired` one takes no new tasks.
 *
 * @public
 */
export const TEMPLATE_LIFECYCLES = [
  'experimental',
  'production',
  'retired',
] as const;

/** @public */
export type TemplateLifecycle = (typeof TEMPLATE_LIFECYCLES)[number];

/**
 * The repository facts a template may read into its prompt.
 *
 * @public
 */
export const TEMPLATE_CONTEXTS = [
  'codeowners',
  'packageManager',
  'testCommands',
] as const;

/** @public */
export type TemplateContext = (typeof TEMPLATE_CONTEXTS)[number];

/**
 * The parts of the agent's own report that a template may insist on.
 *
 * @public
 */
export const EVIDENCE_PARTS = [
  'commands',
  'tests',
  'hosts',
  'leftOut',
  'confidence',
  'gaps',
] as const;

/** @public */
export type EvidencePart = (typeof EVIDENCE_PARTS)[number];

/**
 * When a task of the template needs a person's yes; never weaker than the policy.
 *
 * @public
 */
export const APPROVAL_MODES = ['required', 'policy'] as const;

/** @public */
export type ApprovalMode = (typeof APPROVAL_MODES)[number];

/**
 * What can be undone after a task, in the order in which it is done.
 *
 * @public
 */
export const ROLLBACK_STEPS = [
  'close-pull-request',
  'delete-branch',
  'open-revert',
  'notify-owner',
] as const;

/** @public */
export type RollbackStep = (typeof ROLLBACK_STEPS)[number];
