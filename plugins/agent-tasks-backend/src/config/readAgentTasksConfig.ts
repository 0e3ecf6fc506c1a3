import { violationsOf } from '@agent-tasks/backstage-plugin-agent-tasks-common/schemas';
import { RootConfigService } from '@backstage/backend-plugin-api';
import { policyDigestInput } from '../domain/policy/digestInput';
import { matchesAny } from '../domain/policy/textGlob';
import { digestOf } from '../engine/digestOf';
import {
  DEFAULT_ENGINE_SETTINGS,
  EngineSettings,
} from '../engine/EngineSettings';
import { DEFAULT_RETENTION } from '../engine/Retention';
import { AgentTasksConfig, TokenIdentity } from './AgentTasksConfig';
import { AgentTasksInput, agentTasksSchema } from './agentTasksSchema';
import { DEFAULT_LIMITS } from './limitsSchema';
import { notBuiltYet } from './notBuiltYet';

const INSTALL_DOCUMENT_URL =
  'https://github.com/agent-tasks/backstage-plugin-agent-tasks/blob/main/docs/install.md';

/**
 * Reads and checks `agentTasks`. Everything that is wrong is told at once, each by its path and
 * none with its value, because a value may be a token.
 *
 * @throws Error that stops start-up
 */
export function readAgentTasksConfig(
  config: RootConfigService,
  { isProduction }: { isProduction: boolean },
): AgentTasksConfig {
  const parsed = agentTasksSchema.safeParse(
    config.getOptional('agentTasks') ?? {},
  );
  if (!parsed.success) {
    throw invalid(
      violationsOf(parsed.error).map(({ field, rule, hint }) => {
        const path = `agentTasks.${field}`;
        if (rule === 'additionalProperties') {
          return `${path}: unknown key (misspelt, or in the wrong place)`;
        }
        // Backstage leaves a key out when its variable is not set.
        return /^identities\.\d+\.token$/.test(field)
          ? `${path}: must be ${hint} (is its environment variable set?)`
          : `${path}: must be ${hint}`;
      }),
    );
  }
  const input = parsed.data;
  const faults = [...notBuiltYet(input), ...faultsOf(input, isProduction)];
  if (faults.length > 0) throw invalid(faults);
  return configOf(input);
}

/** What only shows when keys are held against each other. */
function faultsOf(input: AgentTasksInput, isProduction: boolean): string[] {
  const policies = input.policies ?? [];
  const identities = (input.identities ?? []).map(({ id }) => id);
  return [
    ...repeated(policies.map(({ id }) => id)).map(
      index => `agentTasks.policies.${index}.id: is used twice`,
    ),
    ...repeated(identities).map(
      index => `agentTasks.identities.${index}.id: is used twice`,
    ),
    ...policies.flatMap(({ identity, models }, index) => [
      ...(identities.includes(identity)
        ? []
        : [
            `agentTasks.policies.${index}.identity: must be the id of one of agentTasks.identities, of which there ${
              identities.length > 0
                ? `are: ${identities.join(', ')}`
                : 'is none'
            }`,
          ]),
      ...(models?.default &&
      models.allow &&
      !matchesAny(models.allow, models.default)
        ? [
            `agentTasks.policies.${index}.models.default: must be one of models.allow`,
          ]
        : []),
    ]),
    ...(policies.length > 0 && !input.fallbackOwner && !input.operators
      ? [
          'agentTasks.fallbackOwner: must be given, or agentTasks.operators: somebody has to get what would reach nobody',
        ]
      : []),
    ...(isProduction && policies.length > 0 && !input.instance
      ? [
          'agentTasks.instance: must be given in production, by which a copy of the database will be told from the original',
        ]
      : []),
  ];
}

function configOf(input: AgentTasksInput): AgentTasksConfig {
  const policies = input.policies ?? [];
  const { reviewCapacity, ...limits } = input.limits ?? {};
  const identities = (input.identities ?? []).flatMap(tokenIdentityOf);
  const operators = input.operators ?? [];
  return {
    instance: input.instance ?? null,
    operators,
    fallback: input.fallbackOwner ? [input.fallbackOwner] : operators,
    largestGroup: input.routing?.largestGroup ?? 50,
    policies: {
      policies,
      limits: { ...DEFAULT_LIMITS, ...limits },
      identityTypes: Object.fromEntries(
        identities.map(({ id, type }) => [id, type]),
      ),
    },
    reviewCapacity: reviewCapacity ?? null,
    breakerExemptions: input.breakers?.exempt ?? [],
    policyDigests: new Map(
      policies.map(policy => [policy.id, digestOf(policyDigestInput(policy))]),
    ),
    identities,
    trustedLocations: input.templates?.trusted ?? [],
    encryptionKeys: input.encryption?.keys ?? [],
    retention: { ...DEFAULT_RETENTION, ...input.retention },
    engine: engineOf(input),
  };
}

function tokenIdentityOf(
  identity: NonNullable<AgentTasksInput['identities']>[number],
): TokenIdentity[] {
  if (identity.type !== 'token') return [];
  const { owner, purpose, organizations, ...rest } = identity;
  return [
    {
      ...rest,
      owner: owner ?? null,
      purpose: purpose ?? null,
      organizations: organizations ?? null,
    },
  ];
}

function engineOf({ engine = {} }: AgentTasksInput): EngineSettings {
  const defaults = DEFAULT_ENGINE_SETTINGS;
  return {
    ...defaults,
    leaseMs: engine.lease ?? defaults.leaseMs,
    flightMs: engine.flight ?? defaults.flightMs,
    marginMs: engine.margin ?? defaults.marginMs,
    paceMs: engine.pace ?? defaults.paceMs,
    idleMs: engine.idle ?? defaults.idleMs,
    sweepYoungMs: engine.sweepYoung ?? defaults.sweepYoungMs,
    sweepQuietMs: engine.sweepQuiet ?? defaults.sweepQuietMs,
    sweepArchivedMs: engine.sweepArchived ?? defaults.sweepArchivedMs,
    batch: engine.batch ?? defaults.batch,
  };
}

/** Places of the second and later uses of a word. */
function repeated(words: string[]): number[] {
  return words.flatMap((word, index) =>
    words.indexOf(word) < index ? [index] : [],
  );
}

function invalid(faults: string[]): Error {
  return new Error(
    `Invalid configuration: ${faults.join('; ')}. See ${INSTALL_DOCUMENT_URL}`,
  );
}
