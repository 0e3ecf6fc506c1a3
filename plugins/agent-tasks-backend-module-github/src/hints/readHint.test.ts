import { HINT_TOPICS, readHint } from './readHint';

const repository = {
  id: 724000037,
  html_url: 'https://GitHub.com/acme/payments-api',
};
const pull_request = { id: 2210000042, head: { ref: 'copilot/fix-login' } };
const read = (topic: string, payload: unknown) =>
  readHint(topic, payload, 'github-copilot');

describe('readHint', () => {
  it.each(['github.pull_request', 'github.pull_request_review'])(
    '%s points at the pull request and its branch',
    topic => {
      expect(read(topic, { repository, pull_request })).toEqual({
        provider: 'github-copilot',
        host: 'github.com',
        repositoryId: '724000037',
        pullRequestId: '2210000042',
        branch: 'copilot/fix-login',
      });
    },
  );

  it('github.check_suite points at the branch, and a pull request if it names one', () => {
    const check_suite = {
      head_branch: 'copilot/fix-login',
      pull_requests: [{ id: 2210000042 }],
    };
    expect(
      read('github.check_suite', { repository, check_suite }),
    ).toMatchObject({
      branch: 'copilot/fix-login',
      pullRequestId: '2210000042',
    });
  });

  it('github.workflow_run counts for the agent’s own workflow alone', () => {
    const run = {
      head_branch: 'copilot/fix-login',
      path: 'dynamic/copilot-swe-agent/copilot',
    };
    const other = { ...run, path: '.github/workflows/ci.yml' };
    expect(
      read('github.workflow_run', { repository, workflow_run: run }),
    ).toMatchObject({ branch: 'copilot/fix-login' });
    expect(
      read('github.workflow_run', { repository, workflow_run: other }),
    ).toBeUndefined();
  });

  it.each([
    undefined,
    null,
    'text',
    {},
    { repository: null },
    { repository, pull_request: null },
    { repository, pull_request: {} },
    { repository: { id: 1 }, pull_request },
    { repository: { ...repository, html_url: 'no address' }, pull_request },
  ])('drops what is not what it claims to be: %j', payload => {
    expect(read('github.pull_request', payload)).toBeUndefined();
  });

  it('drops events nobody asked for', () => {
    expect(read('github.push', { repository, pull_request })).toBeUndefined();
    expect(read('toString', { repository, pull_request })).toBeUndefined();
    expect(HINT_TOPICS).not.toContain('github.push');
  });
});
