import { AgentTasksApi } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { demoUserHeader } from '../demoSignIn';
import { SERVICE_TOKEN } from '../killTest/portalConfig';
import { Replica } from '../killTest/Replica';
import { apiAt } from '../killTest/startReplicas';
import { until } from '../killTest/until';

/** One process of the portal, and how to ask it. */
export class Portal {
  /** The public API, asked by a service. */
  readonly api: AgentTasksApi;

  constructor(readonly replica: Replica, private readonly url: string) {
    this.api = apiAt(url, SERVICE_TOKEN);
  }

  /** The token of a person who may decide about unclear starts; good for every process. */
  async signIn(): Promise<string> {
    const session = await until(
      'the catalog to know who operates',
      async () => {
        const response = await fetch(`${this.url}/api/auth/demo/refresh`, {
          headers: { [demoUserHeader]: 'fay' },
        });
        return response.ok && response.json();
      },
    );
    return session.backstageIdentity.token;
  }

  /** The public API, asked by whoever holds the token. */
  as(token: string): AgentTasksApi {
    return apiAt(this.url, token);
  }
}
