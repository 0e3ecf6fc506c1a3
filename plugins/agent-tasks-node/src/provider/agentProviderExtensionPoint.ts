import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { AgentProvider } from './AgentProvider';
import { ProviderHintSink } from './ProviderHintSink';

/**
 * Where a module adds its provider. One provider per id; a second with the same id stops start-up.
 *
 * @public
 */
export interface AgentProviderExtensionPoint {
  addProvider(provider: AgentProvider): void;
  /** Where webhooks are told to; may be called before start-up has finished. */
  readonly hints: ProviderHintSink;
}

/** @public */
export const agentProviderExtensionPoint =
  createExtensionPoint<AgentProviderExtensionPoint>({
    id: 'agent-tasks.provider',
  });
