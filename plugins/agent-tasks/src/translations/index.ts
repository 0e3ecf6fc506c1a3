import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { entityMessages } from './entity';
import { commonMessages, faceMessages } from './faces';
import { homeMessages } from './home';
import { inboxMessages } from './inbox';
import { listMessages } from './list';
import { runMessages } from './run';
import {
  attentionMessages,
  attentionReasonMessages,
  failureMessages,
  heldMessages,
  outcomeMessages,
  statusMessages,
} from './status';
import { taskMessages } from './task';

/**
 * Every word on our pages.
 *
 * @public
 */
export const agentTasksTranslationRef = createTranslationRef({
  id: 'plugin.agent-tasks',
  messages: {
    common: commonMessages,
    face: faceMessages,
    status: statusMessages,
    attention: attentionMessages,
    attentionReason: attentionReasonMessages,
    failure: failureMessages,
    held: heldMessages,
    outcome: outcomeMessages,
    entity: entityMessages,
    run: runMessages,
    task: taskMessages,
    inbox: inboxMessages,
    list: listMessages,
    home: homeMessages,
  },
});
