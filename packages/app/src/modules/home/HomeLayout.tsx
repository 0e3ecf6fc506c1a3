import { Content } from '@backstage/core-components';
import { CustomHomepageGrid } from '@backstage/plugin-home';
import { HomePageLayoutProps } from '@backstage/plugin-home-react/alpha';
import { Fragment } from 'react';

/** Twelve columns; a row is 60 pixels. A widget that is not installed is left out. */
const defaultLayout = [
  { component: 'AgentTasksInbox', x: 0, y: 0, width: 12, height: 5 },
  { component: 'YourServices', x: 0, y: 5, width: 6, height: 6 },
  { component: 'HomePageStarredEntities', x: 6, y: 5, width: 6, height: 6 },
  { component: 'HomePageRecentlyVisited', x: 0, y: 11, width: 12, height: 4 },
];

/**
 * The grid that people may rearrange, as it comes with the home plugin, except
 * that its two columns stay two on a laptop, where the plugin would already
 * break them up.
 */
export function HomeLayout({ widgets }: HomePageLayoutProps) {
  return (
    <main>
      <Content>
        <CustomHomepageGrid
          title="Home"
          config={defaultLayout}
          cols={{ xl: 12, lg: 12, md: 12, sm: 6, xs: 6, xxs: 6 }}
        >
          {widgets.map((widget, index) => (
            <Fragment key={widget.name ?? index}>{widget.component}</Fragment>
          ))}
        </CustomHomepageGrid>
      </Content>
    </main>
  );
}
