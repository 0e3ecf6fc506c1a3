import { createFrontendModule } from '@backstage/frontend-plugin-api';
import homePlugin from '@backstage/plugin-home/alpha';
import {
  HomePageLayoutBlueprint,
  HomePageWidgetBlueprint,
} from '@backstage/plugin-home-react/alpha';

/**
 * People open the portal to see what waits for them, so home is where they
 * land. The catalog keeps /catalog, its address in every link and bookmark.
 */
const homePage = homePlugin.getExtension('page:home').override({
  factory: (originalFactory, { config }) =>
    originalFactory({ config: { ...config, path: config.path ?? '/' } }),
});

const homeLayout = HomePageLayoutBlueprint.make({
  params: {
    loader: () => import('./HomeLayout').then(m => m.HomeLayout),
  },
});

const yourServices = HomePageWidgetBlueprint.make({
  name: 'your-services',
  params: {
    name: 'YourServices',
    title: 'Your services',
    description: 'The components that you or your teams own',
    components: () =>
      import('./YourServices').then(m => ({ Content: m.YourServices })),
  },
});

// Recently visited pages are remembered, with the person's other settings.
const visits = homePlugin
  .getExtension('api:home/visits')
  .override({ disabled: false });
const visitListener = homePlugin
  .getExtension('app-root-element:home/visit-listener')
  .override({ disabled: false });

// It would fetch its jokes from the internet: the browser talks to the portal alone.
const randomJoke = homePlugin
  .getExtension('home-page-widget:home/random-joke')
  .override({ disabled: true });

export const homeModule = createFrontendModule({
  pluginId: 'home',
  extensions: [
    homePage,
    homeLayout,
    yourServices,
    visits,
    visitListener,
    randomJoke,
  ],
});
