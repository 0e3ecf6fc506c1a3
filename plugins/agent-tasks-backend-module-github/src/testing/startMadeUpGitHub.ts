import { GitHubAgentProvider } from '../GitHubAgentProvider';
import { RecordingLogger } from './RecordingLogger';
import { MadeUpAnswer, SeenRequest, TamperingProxy } from './TamperingProxy';

/** An answer of GitHub: JSON, signed with a request id. */
export function json(
  body: unknown,
  headers: Record<string, string> = {},
  status = 200,
): MadeUpAnswer {
  return {
    status,
    headers: { 'x-github-request-id': 'A1', ...headers },
    body: JSON.stringify(body),
  };
}

/** A provider before a GitHub that says whatever a test makes up. */
export async function startMadeUpGitHub() {
  const proxy = new TamperingProxy();
  await proxy.listen('http://127.0.0.1:1');
  const { host } = new URL(proxy.url);
  const apiUrl = `${proxy.url}/api/v3`;
  const logger = new RecordingLogger();
  const provider = new GitHubAgentProvider({
    hosts: [{ host, apiBaseUrl: apiUrl }],
    logger,
  });
  return {
    provider,
    credential: { identityId: 'portal', host, token: 'github_pat_1' },
    repository: { host, slug: 'acme/payments-api' },
    apiUrl,
    logger,
    seen: proxy.seen,
    answering(answer: (request: SeenRequest) => MadeUpAnswer) {
      proxy.answer = answer;
    },
    close: () => proxy.close(),
  };
}
