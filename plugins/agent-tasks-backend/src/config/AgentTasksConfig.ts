import { PolicySetting } from '../domain/policy/policy';
import { EngineSettings } from '../engine/EngineSettings';
import { Retention } from '../engine/Retention';

/** A shared token and what it is for. */
export interface TokenIdentity {
  id: string;
  type: 'token';
  host: string;
  token: string;
  /** Whom to ask when it stops working; null: the operators. */
  owner: string | null;
  purpose: string | null;
  /** Organizations it may act in, lower case; null: any. */
  organizations: string[] | null;
}

/** `agentTasks` of the configuration, checked and complete. */
export interface AgentTasksConfig {
  /** Name of this portal, so that a copy of its database is told apart; null outside production. */
  instance: string | null;
  operators: string[];
  /** Who gets what would reach nobody. */
  fallback: string[];
  /** A group with more people than this owns nothing: what everybody gets, nobody does. */
  largestGroup: number;
  policies: PolicySetting;
  /** Agent pull requests that one owner may have to review at a time; null: any number. */
  reviewCapacity: number | null;
  /** Owners whose tasks start although their template's breaker is open, until when. */
  breakerExemptions: { owner: string; until: number }[];
  /** By policy id. */
  policyDigests: ReadonlyMap<string, string>;
  identities: TokenIdentity[];
  /** Prefixes of locations whose templates are approved. */
  trustedLocations: string[];
  encryptionKeys: string[];
  retention: Retention;
  engine: EngineSettings;
}
