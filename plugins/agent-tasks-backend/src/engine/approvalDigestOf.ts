import { approvalDigestInput } from '../domain/policy/digestInput';
import { TaskAsk } from '../domain/task/taskAsk';
import { digestOf } from './digestOf';

/** What of a task an approval binds to. */
export type ApprovalSubject = Pick<
  TaskAsk,
  | 'promptDigest'
  | 'repository'
  | 'baseRef'
  | 'requestedModel'
  | 'createPullRequest'
> & { identity: { id: string }; policy: { digest: string } };

/**
 * The fingerprint that an approver sends back. Until a preflight has learnt the repository's id,
 * it binds to the name.
 */
export function approvalDigestOf(subject: ApprovalSubject): string {
  const { host, slug, id } = subject.repository;
  return digestOf(
    approvalDigestInput({
      promptDigest: subject.promptDigest,
      repositoryId: id ?? `${host}/${slug}`,
      baseRef: subject.baseRef,
      model: subject.requestedModel,
      createPullRequest: subject.createPullRequest,
      identityId: subject.identity.id,
      policyDigest: subject.policy.digest,
    }),
  );
}
