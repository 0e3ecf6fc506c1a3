import { Entity } from '@backstage/catalog-model';
import { dependencyBump, longForm } from '../backend/examples';

const apiVersion = 'backstage.io/v1alpha1';

const people = ['ana', 'bo'].map(
  (name): Entity => ({
    apiVersion,
    kind: 'User',
    metadata: { name, namespace: 'default' },
    spec: { memberOf: ['payments'] },
    relations: [{ type: 'memberOf', targetRef: 'group:default/payments' }],
  }),
);

const templates = [dependencyBump, longForm].map(
  ({ ref, title }): Entity => ({
    apiVersion: 'agent-tasks.backstage.io/v1alpha1',
    kind: 'AgentTaskTemplate',
    metadata: { name: ref.split('/')[1], namespace: 'default', title },
    spec: { run: { pullRequest: true, reviewers: 'owner' } },
  }),
);

/** What the catalog knows: a service of Payments, its people, and what agents can do to it. */
export const entities: Entity[] = [
  {
    apiVersion,
    kind: 'Component',
    metadata: {
      name: 'payments-api',
      namespace: 'default',
      description: 'Takes money.',
    },
    spec: { type: 'service', lifecycle: 'production', owner: 'payments' },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/payments' }],
  },
  {
    apiVersion,
    kind: 'Group',
    metadata: { name: 'payments', namespace: 'default', title: 'Payments' },
    spec: { type: 'team', children: [] },
  },
  ...people,
  ...templates,
];
