import { canonicalJson } from '../record/canonicalJson';
import { Policy } from './policy';

/** The text a policy's digest is made of: the same rules give the same text. */
export function policyDigestInput(policy: Policy): string {
  return canonicalJson(policy);
}

/** All that an approval binds to; any difference voids it. */
export interface ApprovalSubject {
  promptDigest: string;
  repositoryId: string | null;
  baseRef: string;
  model: string;
  createPullRequest: boolean;
  identityId: string;
  policyDigest: string;
}

export function approvalDigestInput(subject: ApprovalSubject): string {
  const {
    promptDigest,
    repositoryId,
    baseRef,
    model,
    createPullRequest,
    identityId,
    policyDigest,
  } = subject;
  // Named one by one: a field that a caller adds must not change what was approved.
  return canonicalJson({
    promptDigest,
    repositoryId,
    baseRef,
    model,
    createPullRequest,
    identityId,
    policyDigest,
  });
}
