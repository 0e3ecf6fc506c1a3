import {
  ProviderCredential,
  ReplyResult,
} from '@agent-tasks/backstage-plugin-agent-tasks-node';
import { Call } from '../client/Call';
import { GitHubClient } from '../client/GitHubClient';
import { fieldsOf, idOf, urlOf } from '../payload/lenient';
import { replyResult } from '../verdict/replyResult';

/** Posts one comment, once. */
export function comment(
  client: GitHubClient,
  call: Call,
  credential: ProviderCredential,
): Promise<ReplyResult> {
  return client.write(credential, call, ({ exchange, body }) => {
    const posted = fieldsOf(body);
    const url = urlOf(posted?.html_url);
    const value = replyResult(
      exchange,
      idOf(posted?.id) ? { ...(url && { url }) } : undefined,
    );
    return { verdict: value.kind, value };
  });
}

/** A comment that mentions the agent starts a new session with it as the prompt. */
export function askingAgent(text: string): string {
  return `@copilot ${text}`;
}

/** A record that happens to name the agent must not wake it: the mention is broken up. */
export function wakingNobody(text: string): string {
  return text.replace(/@(?=copilot)/gi, '@\u2060');
}
