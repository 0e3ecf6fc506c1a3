import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
  EntityIconLinkBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { RiRobot2Line } from '@remixicon/react';
import { entityContentRouteRef } from '../routes';
import { agentTasksEntryTranslationRef } from '../translations/entry';

/** What may have a repository: other kinds would only ever show an empty tab. */
const hasRepository = {
  $any: [{ kind: 'component' }, { kind: 'api' }, { kind: 'resource' }],
};

/** `entity-content:agent-tasks` */
export const entityContent = EntityContentBlueprint.make({
  params: {
    path: '/agent-tasks',
    title: 'Agent tasks',
    filter: hasRepository,
    routeRef: entityContentRouteRef,
    loader: () =>
      import('../components/entityTab').then(({ EntityTab }) => <EntityTab />),
  },
});

/** `entity-card:agent-tasks/summary` */
export const entitySummaryCard = EntityCardBlueprint.make({
  name: 'summary',
  params: {
    type: 'content',
    filter: hasRepository,
    loader: () =>
      import('../components/entityCard').then(({ EntitySummaryCard }) => (
        <EntitySummaryCard />
      )),
  },
});

/** `entity-icon-link:agent-tasks/run` */
export const runIconLink = EntityIconLinkBlueprint.make({
  name: 'run',
  params: {
    filter: hasRepository,
    useProps: () => {
      const { t } = useTranslationRef(agentTasksEntryTranslationRef);
      const tab = useRouteRef(entityContentRouteRef)?.();
      return {
        label: t('run'),
        icon: <RiRobot2Line />,
        // An installation may have left the tab out.
        disabled: tab === undefined,
        href: tab && `${tab}?run`,
      };
    },
  },
});
