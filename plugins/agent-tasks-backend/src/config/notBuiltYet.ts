import { AgentTasksInput } from './agentTasksSchema';

/**
 * Keys that the design names and nothing obeys yet. To take one quietly would promise a protection
 * that is not there, so each stops start-up with a sentence.
 */
export function notBuiltYet(input: AgentTasksInput): string[] {
  return [
    ...(input.budgets
      ? ['agentTasks.budgets: budgets do not stop spending yet. Leave it out.']
      : []),
    ...(input.tokens !== undefined
      ? [
          "agentTasks.tokens: people's own tokens are not kept yet. Leave it out.",
        ]
      : []),
    ...(input.identities ?? []).flatMap(({ type }, index) =>
      type === 'requester'
        ? [
            `agentTasks.identities.${index}.type: people cannot act with their own token yet. Configure an identity of type token.`,
          ]
        : [],
    ),
    ...(input.policies ?? []).flatMap(({ requesterMust }, index) =>
      requesterMust === 'write' || requesterMust === 'own'
        ? [
            `agentTasks.policies.${index}.requesterMust: what a requester may do in the repository is not asked yet. Leave it out: whoever the policy lets ask uses the rights of its identity.`,
          ]
        : [],
    ),
  ];
}
