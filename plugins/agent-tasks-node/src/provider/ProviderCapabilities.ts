/**
 * What a provider can do beyond starting and reading; screens light up by it.
 *
 * @public
 */
export interface ProviderCapabilities {
  /** A running task can be stopped. */
  cancel: boolean;
  /** How a waiting agent can be answered. */
  reply: 'comment' | 'at_provider' | 'none';
  /** The text of the agent's question can be read. */
  question: boolean;
  /** The agent's plan can be read. */
  plan: boolean;
  /** Own tasks can be listed, so that an unclear start can be settled. */
  list: boolean;
  /** Pull requests can be read. */
  pullRequests: boolean;
}
