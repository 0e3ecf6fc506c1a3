import { approvalDigestInput, policyDigestInput } from './digestInput';

describe('digest inputs', () => {
  it('differ for different rules and agree for the same in another order', () => {
    const one = policyDigestInput({ id: 'a', version: 1, identity: 'x' });
    expect(policyDigestInput({ identity: 'x', version: 1, id: 'a' })).toBe(one);
    expect(policyDigestInput({ identity: 'y', version: 1, id: 'a' })).not.toBe(
      one,
    );
  });

  const subject = {
    promptDigest: 'p',
    repositoryId: '77',
    baseRef: 'main',
    model: 'auto',
    createPullRequest: true,
    identityId: 'portal',
    policyDigest: 'd',
  };

  it.each(Object.keys(subject))('an approval binds to %s', key => {
    const other = { ...subject, [key]: 'other' };
    expect(approvalDigestInput(other)).not.toBe(approvalDigestInput(subject));
  });

  it('an approval binds to nothing else', () => {
    expect(approvalDigestInput({ ...subject, ...{ later: 'x' } })).toBe(
      approvalDigestInput(subject),
    );
  });
});
