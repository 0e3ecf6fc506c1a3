import { FreezeScope } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { TaskAsk } from '../task/taskAsk';

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

/** What a freeze is held against, of a task or of the ask for one. */
export function freezeSubjectOf({
  repository,
  people,
  template,
  policy,
}: Pick<
  TaskAsk,
  'repository' | 'people' | 'template' | 'policy'
>): FreezeSubject {
  return {
    organization: repository.slug.split('/')[0],
    repositorySlug: repository.slug,
    owners: people.owners,
    templateRef: template?.ref ?? null,
    policyId: policy.id,
  };
}

/** The freeze that stands over a task, the one without an end first; null when none does. */
export function freezeOver(
  subject: FreezeSubject,
  freezes: readonly Freeze[],
  now: number,
): Freeze | null {
  const standing = freezes.filter(
    freeze => isStanding(freeze, now) && covers(freeze, subject),
  );
  const end = ({ until }: Freeze) => until ?? Infinity;
  return standing.sort((a, b) => end(b) - end(a))[0] ?? null;
}

/** Nobody need thaw what has come to its own end. */
export function isStanding({ until }: Pick<Freeze, 'until'>, now: number) {
  return until === null || until > now;
}

export function covers(
  { scope }: Pick<Freeze, 'scope'>,
  subject: FreezeSubject,
): boolean {
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
