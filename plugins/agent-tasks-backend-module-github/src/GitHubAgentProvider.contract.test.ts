import { describeAgentProviderContract } from '@agent-tasks/backstage-plugin-agent-tasks-node/testUtils';
import { startWorld } from './testing/startWorld';

describeAgentProviderContract('GitHubAgentProvider', startWorld);
