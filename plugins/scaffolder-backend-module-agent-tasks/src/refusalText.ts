import { Violation } from '@agent-tasks/backstage-plugin-agent-tasks-common';

/** A refusal as the log of a run tells it: sentence, code, next step, and each field at fault. */
export function refusalText(refusal: {
  message: string;
  /** Ours, or a status. */
  code: string | number;
  nextAction: string;
  remediation?: string;
  violations: Violation[];
}): string {
  const { message, code, nextAction, remediation, violations } = refusal;
  const fields = violations.map(
    ({ field, hint }) => `${field} must be ${hint}.`,
  );
  return [message, `(${code}, next: ${nextAction})`, remediation, ...fields]
    .filter(part => part !== undefined)
    .join(' ');
}
