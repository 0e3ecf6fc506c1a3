import { createApp } from '@backstage/frontend-defaults';
import { homeModule } from './modules/home';
import { navModule } from './modules/nav';
import { signInModule } from './modules/signIn';

// The plugins are found in package.json (app.packages); these modules shape them.
export default createApp({
  features: [navModule, homeModule, signInModule],
});
