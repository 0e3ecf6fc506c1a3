/**
 * Where GitHub was seen to answer against its own contract, and we do the same on purpose. Each exception changes a
 * copy of the answer back to what the contract says, exactly there and nowhere else, before it is judged.
 */
export interface ContractException {
  name: string;
  seen: string;
  operations: readonly string[];
  straighten(body: Json): Json;
}

type Json = Record<string, unknown>;

const readsById = [
  'GET /agents/tasks/{task_id}',
  'GET /agents/repos/{owner}/{repo}/tasks/{task_id}',
] as const;

function mapSessions(body: Json, change: (session: Json) => Json): Json {
  if (!Array.isArray(body.sessions)) return body;
  return { ...body, sessions: body.sessions.map(change) };
}

export const exceptions: ContractException[] = [
  {
    name: 'usage_credits',
    seen: 'usage {type, credits} in place of {type, amount}',
    operations: readsById,
    straighten: body =>
      mapSessions(body, session => {
        const usage = session.usage as Json | undefined;
        if (!usage || 'amount' in usage || typeof usage.credits !== 'number')
          return session;
        const { credits, ...rest } = usage;
        return { ...session, usage: { ...rest, amount: credits } };
      }),
  },
  {
    name: 'string_error',
    seen: 'error as a string, or null where there is none',
    operations: readsById,
    straighten: body =>
      mapSessions(body, session => {
        const { error, ...rest } = session;
        if (error === null) return rest;
        return typeof error === 'string'
          ? { ...rest, error: { message: error } }
          : session;
      }),
  },
];

export function straighten(operation: string, body: unknown): unknown {
  if (body === null || typeof body !== 'object' || Array.isArray(body))
    return body;
  return exceptions
    .filter(exception => exception.operations.includes(operation))
    .reduce(
      (straight, exception) => exception.straighten(straight),
      body as Json,
    );
}
