import {
  RequesterType,
  ViaKind,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import {
  AuditorServiceCreateEventOptions,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';

/** What the auditor notes of the request itself: address and agent. Nothing here looks into it. */
export type AuditedRequest = AuditorServiceCreateEventOptions['request'];

/** Who asks, as the credentials say and nothing else. */
export interface Caller {
  /** `user:default/ana`, `service:<subject>`. */
  ref: string;
  type: RequesterType;
  /** Through what: never taken from a body. */
  via: ViaKind;
  /** The plugin that acts for the user: `plugin:scaffolder`. */
  plugin: string | null;
  /** A signed-in user, without a program in between. */
  isPerson: boolean;
  /** The caller and every group they are in, at any depth. */
  memberOf: ReadonlySet<string>;
  credentials: BackstageCredentials;
  requestId: string;
  request?: AuditedRequest;
}

export function isOneOf(caller: Caller, refs: readonly string[]): boolean {
  return refs.some(ref => caller.memberOf.has(ref));
}
