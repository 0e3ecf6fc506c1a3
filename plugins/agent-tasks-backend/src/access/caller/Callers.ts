import { ViaKind } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import {
  AuthService,
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { CatalogAccess } from '../ports/CatalogAccess';
import { AuditedRequest, Caller } from './Caller';

/** Which plugins mean what, when they act for a user. Another plugin is a program: `api`. */
const VIA_OF_PLUGIN: Readonly<Record<string, ViaKind>> = {
  'plugin:scaffolder': 'scaffolder',
  'plugin:mcp-actions': 'action',
};

/** Reads from credentials who asks. */
export class Callers {
  constructor(
    private readonly auth: Pick<AuthService, 'isPrincipal'>,
    private readonly userInfo: UserInfoService,
    private readonly catalog: CatalogAccess,
  ) {}

  async callerOf(
    credentials: BackstageCredentials,
    asked: { requestId: string; request?: AuditedRequest },
  ): Promise<Caller> {
    if (this.auth.isPrincipal(credentials, 'user')) {
      const { userEntityRef, actor } = credentials.principal;
      const ref = lowerCase(userEntityRef);
      const plugin = actor?.subject ?? null;
      return {
        ref,
        type: 'user',
        via: plugin === null ? 'portal' : VIA_OF_PLUGIN[plugin] ?? 'api',
        plugin,
        isPerson: plugin === null,
        memberOf: new Set([ref, ...(await this.groupsOf(credentials, ref))]),
        credentials,
        ...asked,
      };
    }
    if (this.auth.isPrincipal(credentials, 'service')) {
      const ref = `service:${visible(credentials.principal.subject)}`;
      return {
        ref,
        type: 'service',
        via: 'api',
        plugin: null,
        isPerson: false,
        memberOf: new Set([ref]),
        credentials,
        ...asked,
      };
    }
    throw new Error('Credentials of a kind that no route lets in');
  }

  /** Those of the sign-in, and what the catalog knows of groups within groups. */
  private async groupsOf(
    credentials: BackstageCredentials,
    userRef: string,
  ): Promise<string[]> {
    const [{ ownershipEntityRefs }, nested] = await Promise.all([
      this.userInfo.getUserInfo(credentials),
      this.catalog.groupsOf(userRef),
    ]);
    return [...ownershipEntityRefs, ...nested].map(lowerCase);
  }
}

function lowerCase(ref: string): string {
  return ref.toLocaleLowerCase('en-US');
}

/** A subject is configured by people; a reference has no spaces. */
function visible(subject: string): string {
  return subject.replace(/[^!-~]/g, '_').slice(0, 290);
}
