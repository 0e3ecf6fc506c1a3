import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { commonMessages } from './faces';

/**
 * The words that stand outside our pages, such as in the "About" card of a service. They are apart
 * because every visit to the portal loads them; the words on the pages come with the pages.
 *
 * @public
 */
export const agentTasksEntryTranslationRef = createTranslationRef({
  id: 'plugin.agent-tasks.entry',
  messages: { run: commonMessages.run },
});
