import { AgentProvider } from '@agent-tasks/backstage-plugin-agent-tasks-node';
import { EngineParts } from '../EngineParts';

/** The provider by its id; a provider that was taken out of the portal is a fault of set-up. */
export function providerOf(
  { providers }: Pick<EngineParts, 'providers'>,
  providerId: string,
): AgentProvider {
  const provider = providers.get(providerId);
  if (!provider) {
    throw new Error(`No provider is installed with the id ${providerId}`);
  }
  return provider;
}
