import { RunContext } from './RunContext';
import { exampleInput, integrations } from './testing/runStep';
import { taskRequestOf } from './taskRequestOf';

const context = {
  input: exampleInput,
  task: { id: 'run-1' },
  step: { id: 'agent' },
  templateInfo: { entityRef: 'template:default/new-service' },
} as Partial<RunContext> as RunContext;

const withInput = (input: Partial<RunContext['input']>) =>
  taskRequestOf(
    { ...context, input: { ...exampleInput, ...input } },
    integrations,
  );

describe('the ask of a step', () => {
  it('says which template asked, in which run and step', () => {
    expect(taskRequestOf(context, integrations).origin).toEqual({
      ref: 'template:default/new-service',
      run: 'run-1',
      step: 'agent',
    });
  });

  it('names templates and entities in full and in lower case', () => {
    expect(withInput({ entityRef: 'Stock' })).toMatchObject({
      template: 'agenttasktemplate:default/new-service-bootstrap',
      entityRef: 'component:default/stock',
    });
    expect(
      withInput({
        template: 'AgentTaskTemplate:platform/Bump',
        entityRef: 'api:shop/stock',
      }),
    ).toMatchObject({
      template: 'agenttasktemplate:platform/bump',
      entityRef: 'api:shop/stock',
    });
  });

  it('hands on what the step says, and nothing about waiting', () => {
    const said = {
      parameters: { purpose: 'To count.' },
      baseRef: 'main',
      title: 'Count',
      createPullRequest: false,
    };
    const request = withInput({
      ...said,
      waitFor: 'finished',
      timeout: 'PT1M',
    });
    expect(request).toMatchObject(said);
    expect(request).not.toHaveProperty('waitFor');
    expect(request).not.toHaveProperty('timeout');
  });
});

describe('the repository of a step', () => {
  it.each([
    ['github.com?owner=acme&repo=stock', 'https://github.com/acme/stock'],
    [
      'localhost:7099?owner=acme&repo=stock',
      'http://localhost:7099/acme/stock',
    ],
    ['gitlab.com?owner=acme&repo=stock', 'https://gitlab.com/acme/stock'],
  ])('%s is at %s', (repoUrl, repository) => {
    expect(withInput({ repoUrl }).repository).toBe(repository);
  });

  it.each([
    ['elsewhere.example.com?owner=acme&repo=stock', 'No matching integration'],
    ['github.com?repo=stock', 'missing owner'],
    ['github.com?owner=acme', 'missing repo'],
    ['gitlab.com?project=1&repo=stock', 'must name an owner'],
  ])('%s is refused', (repoUrl, reason) => {
    expect(() => withInput({ repoUrl })).toThrow(reason);
  });
});
