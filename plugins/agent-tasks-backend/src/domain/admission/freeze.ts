import { FreezeScope } from '@agent-tasks/backstage-plugin-agent-tasks-common';

/** A standing order that nothing new starts in a scope. Times in milliseconds. */
export interface Freeze {
  id: string;
  scope: { kind: FreezeScope; ref?: string };
  reason: string;
  by: string;
  since: number;
  until: number | null;
  /** Also refuses new submits. */
  refuse: boolean;
}

/** What of a task a freeze can be about. */
export interface FreezeSubject {
  organization: string;
  repositorySlug: string;
  owners: string[];
  templateRef: string | null;
  policyId: string;
}

/** The freeze that stands over a task, the one without an end first; null when none does. */
export function freezeOver(
  subject: FreezeSubject,
  freezes: readonly Freeze[],
  now: number,
): Freeze | null {
  const standing = freezes.filter(
    freeze =>
      (freeze.until === null || freeze.until > now) && covers(freeze, subject),
  );
  const end = ({ until }: Freeze) => until ?? Infinity;
  return standing.sort((a, b) => end(b) - end(a))[0] ?? null;
}

function covers({ scope }: Freeze, subject: FreezeSubject): boolean {
  switch (scope.kind) {
    case 'all':
      return true;
    case 'organization':
      return scope.ref === subject.organization;
    case 'repository':
      return scope.ref === subject.repositorySlug;
    case 'owner':
      return scope.ref !== undefined && subject.owners.includes(scope.ref);
    case 'template':
      return scope.ref !== undefined && scope.ref === subject.templateRef;
    case 'policy':
      return scope.ref === subject.policyId;
    default:
      // A scope we do not know freezes: an order we misread must not let anything start.
      return true;
  }
}
