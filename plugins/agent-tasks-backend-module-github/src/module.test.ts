import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  AgentProvider,
  agentProviderExtensionPoint,
  ProviderHint,
} from '@agent-tasks/backstage-plugin-agent-tasks-node';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { EventParams, eventsServiceRef } from '@backstage/plugin-events-node';
import moduleUnderTest from '.';

/** Stands in for the events backend: hands over what a test says has arrived. */
function eventsDouble() {
  const subscribers: {
    topics: string[];
    onEvent(e: EventParams): Promise<void>;
  }[] = [];
  return {
    publish: async (event: EventParams) => {
      for (const one of subscribers) {
        if (one.topics.includes(event.topic)) await one.onEvent(event);
      }
    },
    factory: createServiceFactory({
      service: eventsServiceRef,
      deps: {},
      factory: () => ({
        publish: async () => {},
        subscribe: async options => {
          subscribers.push(options);
        },
      }),
    }),
  };
}

async function start(agentTasks: object = {}) {
  const providers: AgentProvider[] = [];
  const hints: ProviderHint[] = [];
  const events = eventsDouble();
  const backend = await startTestBackend({
    extensionPoints: [
      [
        agentProviderExtensionPoint,
        {
          addProvider: provider => providers.push(provider),
          hints: { hint: hint => hints.push(hint) },
        },
      ],
    ],
    features: [
      moduleUnderTest,
      events.factory,
      mockServices.rootConfig.factory({
        data: {
          agentTasks,
          integrations: {
            github: [
              {
                host: 'ghe.acme.example',
                apiBaseUrl: 'https://ghe.acme.example/api/v3',
              },
            ],
          },
        },
      }),
    ],
  });
  return { backend, providers, hints, events };
}

describe('the GitHub module', () => {
  it('adds one provider, for the configured hosts', async () => {
    const { backend, providers } = await start({
      github: { reader: 'portal' },
    });
    expect(providers.map(provider => provider.id)).toEqual(['github-copilot']);
    const entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'payments-api',
        annotations: {
          'github.com/project-slug': 'acme/payments-api',
          'backstage.io/source-location':
            'url:https://ghe.acme.example/acme/payments-api/',
        },
      },
    };
    expect(providers[0].repositoryOf(entity)?.host).toBe('ghe.acme.example');
    await backend.stop();
  });

  it('passes webhooks on as hints, and drops broken ones', async () => {
    const { backend, hints, events } = await start();
    const repository = {
      id: 1,
      html_url: 'https://github.com/acme/payments-api',
    };
    const pull_request = { id: 2, head: { ref: 'copilot/fix' } };
    const topic = 'github.pull_request';
    await events.publish({ topic, eventPayload: { nonsense: true } });
    await events.publish({ topic, eventPayload: { repository, pull_request } });
    expect(hints).toEqual([
      {
        provider: 'github-copilot',
        host: 'github.com',
        repositoryId: '1',
        pullRequestId: '2',
        branch: 'copilot/fix',
      },
    ]);
    await backend.stop();
  });

  it('stops start-up at an unknown key, and names it', async () => {
    await expect(start({ github: { readr: 'portal' } })).rejects.toThrow(
      'agentTasks.github.readr: unknown key',
    );
  });

  it('stops start-up at a value of the wrong kind, and names it', async () => {
    await expect(start({ github: { reader: 7 } })).rejects.toThrow(
      'agentTasks.github.reader: Expected string, received number',
    );
  });
});
