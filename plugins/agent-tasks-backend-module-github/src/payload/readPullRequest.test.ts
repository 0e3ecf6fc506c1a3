import { readPullRequest } from './readPullRequest';

const node = {
  id: 'PR_kwDOA',
  fullDatabaseId: '3210000042',
  number: 7,
  url: 'https://github.com/acme/payments-api/pull/7',
  state: 'OPEN',
  isDraft: true,
  headRefName: 'copilot/fix-login',
  headRefOid: 'abc123',
  baseRefName: 'main',
  author: { login: 'copilot-swe-agent' },
  mergeable: 'MERGEABLE',
  mergedAt: null,
  mergedBy: null,
  closedAt: null,
  updatedAt: '2026-11-20T09:00:00Z',
  changedFiles: 2,
  additions: 10,
  deletions: 3,
  body: 'What was done.',
  reviewDecision: null,
  latestOpinionatedReviews: { nodes: [] },
  commits: { nodes: [] },
};

function withCommit(commit: object) {
  return readPullRequest({ ...node, commits: { nodes: [{ commit }] } });
}

function withRuns(...runs: object[]) {
  return withCommit({ statusCheckRollup: { contexts: { nodes: runs } } });
}

const run = (name: string, conclusion: string | null) => ({
  name,
  status: conclusion ? 'COMPLETED' : 'IN_PROGRESS',
  conclusion,
});

describe('readPullRequest', () => {
  it('reads an open draft', () => {
    expect(readPullRequest(node)).toEqual({
      databaseId: '3210000042',
      globalId: 'PR_kwDOA',
      number: 7,
      url: node.url,
      state: 'open',
      draft: true,
      headRef: 'copilot/fix-login',
      headSha: 'abc123',
      baseRef: 'main',
      authorLogin: 'copilot-swe-agent',
      checks: 'none',
      checkRuns: [],
      review: 'none',
      approvedBy: [],
      mergeable: true,
      updatedAt: Date.parse('2026-11-20T09:00:00Z'),
      changedFiles: 2,
      additions: 10,
      deletions: 3,
      untrustedBody: 'What was done.',
    });
  });

  it.each([
    null,
    {},
    { ...node, state: 'ODD' },
    { ...node, fullDatabaseId: null },
  ])('makes nothing of a node that is no pull request: %#', value => {
    expect(readPullRequest(value)).toBeUndefined();
  });

  it('reads a merge, and who did it', () => {
    const merged = {
      state: 'MERGED',
      mergedAt: '2026-11-20T10:00:00Z',
      mergedBy: { login: 'ben' },
    };
    expect(readPullRequest({ ...node, ...merged })).toMatchObject({
      state: 'merged',
      mergedAt: Date.parse('2026-11-20T10:00:00Z'),
      mergedBy: 'ben',
    });
  });

  it.each([
    ['MERGEABLE', true],
    ['CONFLICTING', false],
    ['UNKNOWN', null],
    [undefined, null],
  ])('mergeable %s is %s', (mergeable, expected) => {
    expect(readPullRequest({ ...node, mergeable })?.mergeable).toBe(expected);
  });

  describe('checks', () => {
    it.each([
      ['passing', [run('build', 'SUCCESS'), run('lint', 'SKIPPED')]],
      ['pending', [run('build', 'SUCCESS'), run('test', null)]],
      ['failing', [run('build', null), run('test', 'FAILURE')]],
      ['failing', [run('test', 'TIMED_OUT')]],
      ['failing', [{ context: 'old-ci', state: 'ERROR' }]],
      ['pending', [{ context: 'old-ci', state: 'PENDING' }]],
      ['passing', [{ context: 'old-ci', state: 'SUCCESS' }]],
    ])('are %s: %j', (checks, runs) => {
      expect(withRuns(...runs)?.checks).toBe(checks);
    });

    it('wait for a person while a suite is held back', () => {
      const held = {
        checkSuites: { nodes: [{ conclusion: 'ACTION_REQUIRED' }] },
      };
      expect(withCommit(held)?.checks).toBe('awaiting_approval');
    });

    it('fail where one failed, although others are held back', () => {
      const commit = {
        checkSuites: { nodes: [{ conclusion: 'ACTION_REQUIRED' }] },
        statusCheckRollup: { contexts: { nodes: [run('scan', 'FAILURE')] } },
      };
      expect(withCommit(commit)?.checks).toBe('failing');
    });

    it('fail by the rollup, although the failing one is beyond the first page', () => {
      const commit = {
        statusCheckRollup: {
          state: 'FAILURE',
          contexts: { nodes: [run('build', 'SUCCESS')] },
        },
      };
      expect(withCommit(commit)?.checks).toBe('failing');
    });

    it('with one name count once, by the worse', () => {
      const read = withRuns(run('test', 'FAILURE'), run('test', 'SUCCESS'));
      expect(read?.checkRuns).toEqual([{ name: 'test', state: 'failing' }]);
    });
  });

  describe('review', () => {
    const opinion = (login: string, state: string) => ({
      state,
      author: { login },
    });
    const reviewed = (reviewDecision: string | null, ...nodes: object[]) =>
      readPullRequest({
        ...node,
        reviewDecision,
        latestOpinionatedReviews: { nodes },
      });

    it.each([
      ['APPROVED', 'approved'],
      ['CHANGES_REQUESTED', 'changes_requested'],
      ['REVIEW_REQUIRED', 'required'],
    ])('%s by the rules of the repository', (decision, review) => {
      expect(reviewed(decision)?.review).toBe(review);
    });

    it('goes by opinions where no rule asks for one', () => {
      expect(reviewed(null, opinion('ben', 'APPROVED'))).toMatchObject({
        review: 'approved',
        approvedBy: ['ben'],
      });
      expect(
        reviewed(
          null,
          opinion('ben', 'APPROVED'),
          opinion('cleo', 'CHANGES_REQUESTED'),
        ),
      ).toMatchObject({ review: 'changes_requested', approvedBy: ['ben'] });
    });
  });
});
