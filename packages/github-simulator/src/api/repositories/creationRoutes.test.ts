import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import {
  createGithubRepoCreateAction,
  createGithubRepoPushAction,
  createPublishGithubAction,
} from '@backstage/plugin-scaffolder-backend-module-github';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { JsonObject } from '@backstage/types';
import { RunningSimulator, startSimulator } from '../../startSimulator';
import { findRepository } from '../../state/repositories';

let running: RunningSimulator;
let workspacePath: string;

beforeEach(async () => {
  workspacePath = mkdtempSync(join(tmpdir(), 'creation-test-'));
  running = await startSimulator({
    port: 0,
    world: {
      organizations: ['acme', 'empty'],
      accounts: [
        { login: 'ana', tokens: ['ana-token'] },
        { login: 'bo', tokens: ['bo-token'] },
        {
          login: 'eve',
          tokens: [
            'eve-token',
            { token: 'eve-docs-token', repositories: ['acme/docs'] },
          ],
        },
      ],
      repositories: [
        {
          owner: 'acme',
          name: 'shop',
          collaborators: { ana: 'write', bo: 'read' },
          files: { 'README.md': '# Shop\n' },
        },
      ],
    },
  });
});

afterEach(async () => {
  await running.close();
  rmSync(workspacePath, { recursive: true, force: true });
});

function send(
  method: string,
  path: string,
  body?: unknown,
  token = 'ana-token',
) {
  return fetch(running.apiUrl + path, {
    method,
    headers: { authorization: `Bearer ${token}` },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
}

function repository(owner: string, name: string) {
  return findRepository(running.simulator.world, owner, name);
}

describe('creating a repository', () => {
  it('with a first commit, it answers as GitHub does and holds a README', async () => {
    const response = await send('POST', '/orgs/acme/repos', {
      name: 'new service',
      description: 'Does new things',
      private: true,
      auto_init: true,
    });
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({
      full_name: 'acme/new-service',
      private: true,
      default_branch: 'main',
      clone_url: `${running.url}/acme/new-service.git`,
      html_url: `${running.url}/acme/new-service`,
      permissions: { admin: true, push: true },
    });
    const readme = await send(
      'GET',
      '/repos/acme/new-service/contents/README.md',
    );
    expect((await readme.json()).size).toBeGreaterThan(0);
  });

  it('without one it is empty, and has no branch', async () => {
    await send('POST', '/user/repos', { name: 'bare' });
    const branches = await send('GET', '/repos/ana/bare/branches');
    expect(await branches.json()).toEqual([]);
    const ref = await send('GET', '/repos/ana/bare/git/ref/heads/main');
    expect(ref.status).toBe(409);
  });

  it('a name that is taken answers 422 in the words of GitHub', async () => {
    const response = await send('POST', '/orgs/acme/repos', { name: 'Shop' });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      message: 'Repository creation failed.',
      errors: [{ message: 'name already exists on this account' }],
    });
  });

  it.each([
    ['somebody who is no member of the organization', 'acme', 'eve-token', 403],
    ['a token for other repositories', 'empty', 'eve-docs-token', 403],
    ['an organization that nobody knows', 'nowhere', 'ana-token', 404],
  ])('%s is refused', async (_case, org, token, status) => {
    const response = await send(
      'POST',
      `/orgs/${org}/repos`,
      { name: 'x' },
      token,
    );
    expect(response.status).toBe(status);
    expect(repository(org, 'x')).toBeUndefined();
  });

  it('members of the organization may write to it, its creator rules it', async () => {
    await send('POST', '/orgs/acme/repos', { name: 'x' });
    expect(repository('acme', 'x')?.collaborators).toEqual({
      ana: 'admin',
      bo: 'write',
    });
  });

  it('the agent is not ready for it at once', async () => {
    await send('POST', '/orgs/acme/repos', { name: 'x', auto_init: true });
    const start = () =>
      send('POST', '/agents/repos/acme/x/tasks', { prompt: 'Do it' });
    expect((await start()).status).toBe(404);
    running.simulator.advance(60_000);
    expect((await start()).status).toBe(201);
  });
});

describe('writing a file through the API', () => {
  const path = '/repos/acme/shop/contents/docs/a.md';
  const content = Buffer.from('hello\n').toString('base64');

  it('a new file is a commit on the branch', async () => {
    const response = await send('PUT', path, { message: 'Add', content });
    expect(response.status).toBe(201);
    const { commit } = await response.json();
    const branch = await send('GET', '/repos/acme/shop/branches/main');
    expect((await branch.json()).commit.sha).toBe(commit.sha);
    expect(repository('acme', 'shop')?.files['docs/a.md']).toBe('hello\n');
  });

  it('a file that changed since it was read is not overwritten', async () => {
    await send('PUT', path, { message: 'Add', content });
    const blind = await send('PUT', path, { message: 'Again', content });
    expect(blind.status).toBe(422);
    const stale = await send('PUT', path, {
      message: 'Again',
      content,
      sha: '0'.repeat(40),
    });
    expect(stale.status).toBe(409);
  });

  it('a path that leaves the repository is refused', async () => {
    const out = '/repos/acme/shop/contents/docs%2F..%2F..%2Fx';
    const response = await send('PUT', out, { message: 'Add', content });
    expect(response.status).toBe(422);
  });

  it('a reader may not', async () => {
    const response = await send(
      'PUT',
      path,
      { message: 'Add', content },
      'bo-token',
    );
    expect(response.status).toBe(403);
  });
});

describe("Backstage's software template actions", () => {
  // Their client waits a second between two writes.
  jest.setTimeout(20_000);

  function deps() {
    const { host } = new URL(running.url);
    const config = new ConfigReader({
      integrations: {
        github: [{ host, apiBaseUrl: running.apiUrl, token: 'ana-token' }],
      },
    });
    const integrations = ScmIntegrations.fromConfig(config);
    const repoUrl = `${host}?owner=acme&repo=from-template`;
    return { config, integrations, repoUrl };
  }

  function context<T extends JsonObject>(input: T) {
    writeFileSync(join(workspacePath, 'catalog-info.yaml'), 'kind: API\n');
    return createMockActionContext({ input, workspacePath });
  }

  it('publish:github creates, fills, shares and protects a repository', async () => {
    const { config, integrations, repoUrl } = deps();
    const ctx = context({
      repoUrl,
      repoVisibility: 'private' as const,
      description: 'Made by a template',
      topics: ['backstage'],
      defaultBranch: 'trunk',
      collaborators: [{ user: 'eve', access: 'admin' }],
    });
    await createPublishGithubAction({ config, integrations }).handler(ctx);

    expect(ctx.output).toHaveBeenCalledWith(
      'remoteUrl',
      `${running.url}/acme/from-template.git`,
    );
    const made = repository('acme', 'from-template');
    expect(made).toMatchObject({
      description: 'Made by a template',
      private: true,
      defaultBranch: 'trunk',
      collaborators: { ana: 'admin', bo: 'write', eve: 'admin' },
      files: { 'catalog-info.yaml': 'kind: API\n' },
    });
    expect(ctx.output).toHaveBeenCalledWith(
      'commitHash',
      made?.branches[0].sha,
    );
    expect(running.simulator.journal.counts()).toMatchObject({
      'PUT /repos/{owner}/{repo}/branches/{branch}/protection': 1,
      'PUT /repos/{owner}/{repo}/topics': 1,
    });
  });

  it('github:repo:create and github:repo:push do the same in two steps', async () => {
    const { config, integrations, repoUrl } = deps();
    await createGithubRepoCreateAction({ integrations }).handler(
      context({ repoUrl }),
    );
    const ctx = context({ repoUrl, requiredCommitSigning: true });
    await createGithubRepoPushAction({ config, integrations }).handler(ctx);
    expect(repository('acme', 'from-template')).toMatchObject({
      defaultBranch: 'main',
      files: { 'catalog-info.yaml': 'kind: API\n' },
    });
  });
});
