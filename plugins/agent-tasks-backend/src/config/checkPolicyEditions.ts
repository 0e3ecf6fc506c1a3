import { Policy } from '../domain/policy/policy';
import { Json } from '../domain/record/canonicalJson';
import { TaskStore } from '../store/TaskStore';
import { AgentTasksConfig } from './AgentTasksConfig';

/**
 * Keeps the rules of every policy under its version. The record says "policy services v3", so v3
 * must mean one thing for ever.
 *
 * @throws Error that stops start-up when a policy changed and its version did not
 */
export async function checkPolicyEditions(
  { policies, policyDigests }: AgentTasksConfig,
  store: Pick<TaskStore, 'keepPolicyVersion'>,
): Promise<void> {
  const changed: Policy[] = [];
  for (const policy of policies.policies) {
    const kept = await store.keepPolicyVersion({
      id: policy.id,
      version: policy.version,
      digest: policyDigests.get(policy.id) ?? '',
      rules: JSON.parse(JSON.stringify(policy)) as Json,
    });
    if (kept === 'conflict') changed.push(policy);
  }
  if (changed.length === 0) return;
  const names = changed.map(({ id, version }) => `${id} v${version}`);
  throw new Error(
    `Invalid configuration: agentTasks.policies: ${names.join(
      ', ',
    )} changed while the version stayed the same. Raise the version.`,
  );
}
