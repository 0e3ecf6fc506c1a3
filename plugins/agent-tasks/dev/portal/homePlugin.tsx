import {
  createExtensionInput,
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { homePageWidgetDataRef } from '@backstage/plugin-home-react/alpha';
import { RiHome4Line } from '@remixicon/react';
import { Fragment } from 'react';

/** As much of a home page as our widget needs, in about the size of a real one's grid. */
export const homePlugin = createFrontendPlugin({
  pluginId: 'home',
  title: 'Home',
  icon: <RiHome4Line />,
  extensions: [
    PageBlueprint.makeWithOverrides({
      inputs: { widgets: createExtensionInput([homePageWidgetDataRef]) },
      factory: (originalFactory, { inputs }) =>
        originalFactory({
          path: '/home',
          title: 'Home',
          loader: async () => (
            <div style={{ maxWidth: 720, padding: 20 }}>
              {inputs.widgets.map(({ node, get }) => (
                <Fragment key={node.spec.id}>
                  {get(homePageWidgetDataRef).component}
                </Fragment>
              ))}
            </div>
          ),
        }),
    }),
  ],
});
