import { AgentProviderWorld } from './AgentProviderWorld';
import { ContractContext } from './ContractContext';
import { describeFollowing } from './describeFollowing';
import { describePullRequests } from './describePullRequests';
import { describeSecrecy } from './describeSecrecy';
import { describeStarting } from './describeStarting';

/**
 * The promises of an agent provider, as tests: run it in the provider's own package. Every test
 * gets a world of its own.
 *
 * @param name - the provider's name, for the report
 * @param createWorld - builds the provider and the other side it talks to
 * @public
 */
export function describeAgentProviderContract(
  name: string,
  createWorld: () => Promise<AgentProviderWorld>,
): void {
  describe(`${name} keeps the agent provider contract`, () => {
    let current: AgentProviderWorld | undefined;

    const context: ContractContext = {
      world() {
        if (!current) throw new Error('A world exists only inside a test');
        return current;
      },
      ask(changes = {}) {
        const { id, host, slug, defaultBranch } = context.world().repository;
        return {
          repository: { id, host, slug },
          prompt: 'Say hello in the README.',
          baseRef: defaultBranch,
          createPullRequest: true,
          ...changes,
        };
      },
    };

    beforeEach(async () => {
      current = await createWorld();
    });

    afterEach(async () => {
      const world = current;
      current = undefined;
      await world?.close();
    });

    describeStarting(context);
    describeFollowing(context);
    describePullRequests(context);
    describeSecrecy(context);
  });
}
