import { LoggerService } from '@backstage/backend-plugin-api';
import { EventsService } from '@backstage/plugin-events-node';
import { ProviderHintSink } from '@agent-tasks/backstage-plugin-agent-tasks-node';
import { HINT_TOPICS, readHint } from './readHint';

/**
 * Passes GitHub's webhooks on as hints. Without an events backend none arrive, and everything is
 * found by polling alone; whoever forges one brings a read forward and nothing else.
 */
export async function subscribeToHints(options: {
  events: EventsService;
  sink: ProviderHintSink;
  provider: string;
  logger: LoggerService;
}): Promise<void> {
  const { events, sink, provider, logger } = options;
  await events.subscribe({
    id: 'agent-tasks-github-hints',
    topics: HINT_TOPICS,
    async onEvent({ topic, eventPayload }) {
      const hint = readHint(topic, eventPayload, provider);
      if (hint) sink.hint(hint);
      else logger.debug('Webhook dropped', { topic });
    },
  });
}
