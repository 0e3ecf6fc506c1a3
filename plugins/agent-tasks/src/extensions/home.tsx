import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';

/** `home-page-widget:agent-tasks/inbox` */
export const inboxWidget = HomePageWidgetBlueprint.make({
  name: 'inbox',
  params: {
    name: 'AgentTasksInbox',
    title: 'Waiting for you',
    description: 'Agent tasks that wait for you or your teams',
    components: () =>
      import('../components/homeWidget').then(({ InboxWidget }) => ({
        Content: InboxWidget,
      })),
  },
});
