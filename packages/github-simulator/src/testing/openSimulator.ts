import { ManualClock } from '../state/Clock';
import { WorldFile } from '../state/worldFile';
import { noLimits } from '../settings';
import {
  RunningSimulator,
  startSimulator,
  StartOptions,
} from '../startSimulator';

/** Ana may write, Bo is admin, Cy may read and has no seat, Dee sees nothing. */
export const smallWorld: WorldFile = {
  organizations: ['acme'],
  accounts: [
    { login: 'ana', name: 'Ana Ruiz', tokens: ['ana-token'] },
    { login: 'bo', name: 'Bo Lindqvist', tokens: ['bo-token'] },
    { login: 'cy', seat: false, tokens: ['cy-token'] },
    { login: 'dee', tokens: ['dee-token'] },
  ],
  repositories: [
    {
      owner: 'acme',
      name: 'payments-api',
      collaborators: { ana: 'write', bo: 'admin', cy: 'read' },
      files: {
        'README.md': '# Payments\n\nTakes money.\n',
        'src/pay.py': 'x = 1\n',
      },
    },
    {
      owner: 'acme',
      name: 'ledger',
      collaborators: { ana: 'write', bo: 'write' },
      files: { 'README.md': '# Ledger\n' },
    },
  ],
};

/** An answer as a test reads it: any depth, checked by what the test expects of it. */
export type Json = ReturnType<typeof JSON.parse>;

export interface Reply {
  status: number;
  headers: Headers;
  text: string;
  /** The parsed body; undefined if it is no JSON. */
  body: Json;
}

export interface TestSimulator extends RunningSimulator {
  clock: ManualClock;
  /** Asks the REST API, as Ana unless told. Redirects are not followed. */
  ask(
    method: string,
    path: string,
    body?: unknown,
    token?: string,
  ): Promise<Reply>;
  /** Starts a task in acme/payments-api and returns it. */
  start(
    prompt?: string,
    more?: Record<string, unknown>,
  ): Promise<{ id: string }>;
  /** Reads a task by id. */
  read(id: string): Promise<Json>;
}

export const noQuirks = {
  renamed: 0,
  late_sessions: 0,
  model_prefix: 0,
  usage_credits: 0,
  omitted_fields: 0,
  string_error: 0,
  pull_by_default: 1,
  head_ref_ignored: 1,
  agents_address: 0,
};

/** A simulator on a free port whose clock stands still, without limits and quirks unless asked for. */
export async function openSimulator(
  options: Partial<StartOptions> = {},
): Promise<TestSimulator> {
  const clock = new ManualClock();
  const running = await startSimulator({
    world: smallWorld,
    port: 0,
    clock,
    ...options,
    settings: { limits: noLimits, quirks: noQuirks, ...options.settings },
  });
  const ask: TestSimulator['ask'] = async (
    method,
    path,
    body,
    token = 'ana-token',
  ) => {
    const response = await fetch(running.apiUrl + path, {
      method,
      redirect: 'manual',
      headers: token ? { authorization: `Bearer ${token}` } : {},
      body:
        typeof body === 'string' || body === undefined
          ? body
          : JSON.stringify(body),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: parse(text),
    };
  };
  return {
    ...running,
    clock,
    ask,
    async start(prompt = 'Rename the login button', more = {}) {
      const path = '/agents/repos/acme/payments-api/tasks';
      const { status, body, text } = await ask('POST', path, {
        prompt,
        ...more,
      });
      if (status !== 201) throw new Error(`not started: ${status} ${text}`);
      return body;
    },
    async read(id) {
      return (await ask('GET', `/agents/tasks/${id}`)).body;
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
