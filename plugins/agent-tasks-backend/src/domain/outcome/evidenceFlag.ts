import { TaskFlag } from '@agent-tasks/backstage-plugin-agent-tasks-common';

/** Marks that follow from what is read of the work, and go when it no longer shows. */
export const EVIDENCE_FLAGS = [
  'out_of_scope_files',
  'too_large',
  'unexpected_branch',
  'model_outside_policy',
  'report_missing',
  'self_reviewed',
] as const satisfies readonly TaskFlag[];

export type EvidenceFlag = (typeof EVIDENCE_FLAGS)[number];

export function isEvidenceFlag(flag: TaskFlag): flag is EvidenceFlag {
  return (EVIDENCE_FLAGS as readonly TaskFlag[]).includes(flag);
}

/** Marks that follow from the files of a change. */
export function isFileFlag(flag: TaskFlag): boolean {
  return flag === 'out_of_scope_files' || flag === 'too_large';
}
