import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { storageApiRef } from '@backstage/frontend-plugin-api';
import { ReactElement } from 'react';
import { useLocation } from 'react-router-dom';
import { agentTasksApiRef } from '../../../api/agentTasksApiRef';
import { entityContentRouteRef, tasksRouteRef } from '../../../routes';
import {
  fakeAgentTasksApi,
  FakeAnswers,
} from '../../../testing/fakeAgentTasksApi';
import { bumpRef, service } from './examples';

const template = {
  apiVersion: 'agent-tasks.backstage.io/v1alpha1',
  kind: 'AgentTaskTemplate',
  metadata: { name: bumpRef.split('/')[1], namespace: 'default' },
  spec: { run: { pullRequest: true, reviewers: 'owner' } },
};

/** Something of a service's page, as Ana of Payments sees it. */
export function renderOnService(
  element: ReactElement,
  answers: FakeAnswers,
  options: {
    search?: string;
    storage?: typeof storageApiRef.T;
  } = {},
) {
  renderInTestApp(
    <EntityProvider entity={service}>
      {element}
      <Address />
    </EntityProvider>,
    {
      apis: [
        [agentTasksApiRef, fakeAgentTasksApi(answers)],
        [catalogApiRef, catalogApiMock({ entities: [service, template] })],
        [storageApiRef, options.storage ?? mockApis.storage()],
        mockApis.identity({
          userEntityRef: 'user:default/ana',
          ownershipEntityRefs: ['user:default/ana', 'group:default/payments'],
        }),
      ],
      mountedRoutes: {
        '/service/agent-tasks': entityContentRouteRef,
        '/agent-tasks/tasks': tasksRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
      initialRouteEntries: [`/${options.search ?? ''}`],
    },
  );
}

function Address() {
  const { pathname, search } = useLocation();
  return (
    <output data-testid="address">
      {decodeURIComponent(pathname + search)}
    </output>
  );
}
