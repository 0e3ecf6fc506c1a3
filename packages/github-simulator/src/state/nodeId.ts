/** GraphQL's global ids: opaque to clients, but we can read them back. */
const PREFIX = {
  User: 'U',
  Bot: 'BOT',
  Organization: 'O',
  Repository: 'R',
  PullRequest: 'PR',
  WorkflowRun: 'WFR',
  CheckRun: 'CR',
  IssueComment: 'IC',
  PullRequestReview: 'PRR',
} as const;

export type NodeKind = keyof typeof PREFIX;

export function nodeId(kind: NodeKind, id: number): string {
  return `${PREFIX[kind]}_kw${Buffer.from(String(id)).toString('base64url')}`;
}

/** The kind and database id behind a global id; undefined for anything else. */
export function readNodeId(
  value: string,
): { kind: NodeKind; id: number } | undefined {
  const match = /^([A-Z]+)_kw([\w-]+)$/.exec(value);
  if (!match) return undefined;
  const kind = (Object.keys(PREFIX) as NodeKind[]).find(
    candidate => PREFIX[candidate] === match[1],
  );
  const id = Number(Buffer.from(match[2], 'base64url').toString());
  return kind && Number.isSafeInteger(id) ? { kind, id } : undefined;
}
