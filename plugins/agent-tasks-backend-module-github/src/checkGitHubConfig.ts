import { RootConfigService } from '@backstage/backend-plugin-api';
import { z } from 'zod';

const schema = z.object({ reader: z.string().min(1).optional() }).strict();

/**
 * Checks `agentTasks.github`. The keys are read where they are used; here a misspelt one stops
 * start-up, because `config.d.ts` does not.
 *
 * @throws Error that names the path of every wrong key
 */
export function checkGitHubConfig(config: RootConfigService): void {
  const parsed = schema.safeParse(
    config.getOptional('agentTasks.github') ?? {},
  );
  if (parsed.success) return;
  const problems = parsed.error.issues.flatMap(issue => {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [''];
    return keys.map(key => {
      const path = [...issue.path, key].filter(part => part !== '');
      return `agentTasks.github.${path.join('.')}: ${
        key ? 'unknown key' : issue.message
      }`;
    });
  });
  throw new Error(`Invalid configuration: ${problems.join('; ')}`);
}
