import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { Permission, TokenKind } from './World';

/** What a world starts from: `--world <file.json>`. The README describes it. */
export interface WorldFile {
  organizations: string[];
  accounts: Array<{
    login: string;
    name?: string;
    seat?: boolean;
    tokens?: Array<string | WorldFileToken>;
  }>;
  repositories: Array<{
    owner: string;
    name: string;
    defaultBranch?: string;
    private?: boolean;
    description?: string;
    collaborators?: Record<string, Permission>;
    files?: Record<string, string>;
    agentEnabled?: boolean;
    workflowApproval?: boolean;
  }>;
}

export interface WorldFileToken {
  token: string;
  kind?: TokenKind;
  agentTasks?: 'none' | 'read' | 'write';
  repositories?: string[];
  /** ISO 8601. */
  expiresAt?: string;
}

const LOGIN = { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9-]{0,38}$' };
const NAME = { type: 'string', pattern: '^[A-Za-z0-9._-]{1,100}$' };

const shape = {
  type: 'object',
  required: ['organizations', 'accounts', 'repositories'],
  additionalProperties: false,
  properties: {
    organizations: { type: 'array', items: LOGIN },
    accounts: {
      type: 'array',
      items: {
        type: 'object',
        required: ['login'],
        additionalProperties: false,
        properties: {
          login: LOGIN,
          name: { type: 'string' },
          seat: { type: 'boolean' },
          tokens: {
            type: 'array',
            items: {
              anyOf: [
                { type: 'string', minLength: 1 },
                {
                  type: 'object',
                  required: ['token'],
                  additionalProperties: false,
                  properties: {
                    token: { type: 'string', minLength: 1 },
                    kind: {
                      enum: [
                        'fine_grained',
                        'classic',
                        'oauth',
                        'app_user',
                        'installation',
                      ],
                    },
                    agentTasks: { enum: ['none', 'read', 'write'] },
                    repositories: { type: 'array', items: { type: 'string' } },
                    expiresAt: { type: 'string' },
                  },
                },
              ],
            },
          },
        },
      },
    },
    repositories: {
      type: 'array',
      items: {
        type: 'object',
        required: ['owner', 'name'],
        additionalProperties: false,
        properties: {
          owner: LOGIN,
          name: NAME,
          defaultBranch: { type: 'string', minLength: 1 },
          private: { type: 'boolean' },
          description: { type: 'string' },
          collaborators: {
            type: 'object',
            additionalProperties: {
              enum: ['none', 'read', 'triage', 'write', 'maintain', 'admin'],
            },
          },
          files: { type: 'object', additionalProperties: { type: 'string' } },
          agentEnabled: { type: 'boolean' },
          workflowApproval: { type: 'boolean' },
        },
      },
    },
  },
};

const hasShape = new Ajv({
  allErrors: true,
  allowUnionTypes: true,
}).compile<WorldFile>(shape);

function repeated(values: string[]): string[] {
  const seen = new Set<string>();
  return values.filter(value => {
    const key = value.toLowerCase();
    return seen.has(key) || !seen.add(key);
  });
}

/** What is wrong although the shape is right: names that nobody declared, or twice. */
function contradictions(file: WorldFile): string[] {
  const logins = file.accounts.map(account => account.login);
  const known = new Set(logins.map(login => login.toLowerCase()));
  const owners = new Set(
    [...file.organizations, ...logins].map(login => login.toLowerCase()),
  );
  const tokens = file.accounts.flatMap(account =>
    (account.tokens ?? []).map(one =>
      typeof one === 'string' ? one : one.token,
    ),
  );
  const dates = file.accounts.flatMap(account =>
    (account.tokens ?? []).flatMap(one =>
      typeof one === 'string' || !one.expiresAt ? [] : [one.expiresAt],
    ),
  );
  return [
    ...repeated([...file.organizations, ...logins]).map(
      login => `login "${login}" is given twice`,
    ),
    ...repeated(tokens).map(() => 'two accounts share one token'),
    ...repeated(file.repositories.map(one => `${one.owner}/${one.name}`)).map(
      slug => `repository "${slug}" is given twice`,
    ),
    ...dates
      .filter(date => Number.isNaN(Date.parse(date)))
      .map(date => `"${date}" is not a date`),
    ...file.repositories.flatMap(({ owner, name, collaborators = {} }) => [
      ...(owners.has(owner.toLowerCase())
        ? []
        : [`repository "${owner}/${name}": nobody is called "${owner}"`]),
      ...Object.keys(collaborators)
        .filter(login => !known.has(login.toLowerCase()))
        .map(login => `repository "${owner}/${name}": no account "${login}"`),
    ]),
  ];
}

/** @throws Error naming every fault of the file, each with its place. */
export function parseWorldFile(content: unknown, source: string): WorldFile {
  const faults = hasShape(content)
    ? contradictions(content)
    : (hasShape.errors ?? []).map(
        error => `${error.instancePath || '/'} ${error.message}`,
      );
  if (faults.length > 0) {
    throw new Error(`${source} is not a world:\n  ${faults.join('\n  ')}`);
  }
  return content as WorldFile;
}

export function readWorldFile(path: string): WorldFile {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(
      `${path} cannot be read as JSON: ${(error as Error).message}`,
    );
  }
  return parseWorldFile(content, path);
}
