import { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** Shown by the portal at `/create/actions`. Each is a list of steps. */
export const runExamples: TemplateExample[] = [
  {
    description:
      'Open a bootstrap task for a new repository, and go on at once',
    example: `steps:
  - id: bootstrap
    name: Open the bootstrap task
    action: agent-task:run
    input:
      template: new-service-bootstrap
      repoUrl: \${{ parameters.repoUrl }}
      entityRef: component:default/\${{ parameters.name }}
      parameters:
        purpose: \${{ parameters.purpose }}
        firstEndpoint: GET /stock/{sku}
`,
  },
  {
    description:
      'Wait for the agent for half an hour at most, and cancel its task with the run',
    example: `steps:
  - id: upgrade
    name: Upgrade a dependency
    action: agent-task:run
    input:
      template: dependency-bump
      repoUrl: github.com?owner=acme&repo=payments-api
      entityRef: component:default/payments-api
      baseRef: main
      title: Upgrade lodash
      createPullRequest: true
      parameters:
        dependency: lodash
        version: 4.17.21
      waitFor: finished
      timeout: PT30M
      onCancel: cancel
`,
  },
];
