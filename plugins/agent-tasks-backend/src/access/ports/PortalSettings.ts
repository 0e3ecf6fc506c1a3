import {
  IdentityType,
  PolicyList,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';

/** What of the configuration people are told, and by which some of them may do more. */
export interface PortalSettings {
  /** Users and groups that may settle unclear starts and see how the portal does. */
  operators: readonly string[];
  identities: readonly {
    id: string;
    type: IdentityType;
    host: string;
    owner: string | null;
  }[];
  /** In the order in which they are asked. */
  policies: readonly Omit<PolicyList['items'][number], 'use'>[];
}
