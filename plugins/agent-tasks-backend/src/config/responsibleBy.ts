import { Approvers } from '../domain/policy/policy';
import { AgentTasksConfig } from './AgentTasksConfig';

/** Who looks after each identity, and whom each policy asks for a yes. */
export function responsibleBy({ identities, policies }: AgentTasksConfig): {
  /** null: the operators. */
  identityOwners: ReadonlyMap<string, string | null>;
  approvers: ReadonlyMap<string, Approvers>;
} {
  return {
    identityOwners: new Map(identities.map(({ id, owner }) => [id, owner])),
    approvers: new Map(
      policies.policies.map(({ id, approval }) => [
        id,
        approval?.by ?? 'owner',
      ]),
    ),
  };
}
