import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { createDevApp } from '@backstage/frontend-dev-utils';
import agentTasksPlugin from '../../src';
import { Scene } from '../scenes/Scene';
import { apisOf } from './apis';
import { homePlugin } from './homePlugin';
import { signInModule } from './signInModule';

/** Shows one scene in a portal of its own, on the page on which people would meet it. */
export function openScene(scene: Scene): void {
  scene.begin?.();
  createDevApp({
    features: [
      catalogPlugin,
      homePlugin,
      agentTasksPlugin,
      signInModule,
      ...apisOf(scene),
    ],
  });
}
