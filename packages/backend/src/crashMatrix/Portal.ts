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

  /** The public API, asked by a person who may decide about unclear starts. */
  async operator(): Promise<AgentTasksApi> {
    const session = await until(
      'the catalog to know who operates',
      async () => {
        const response = await fetch(`${this.url}/api/auth/demo/refresh`, {
          headers: { [demoUserHeader]: 'fay' },
        });
        return response.ok && response.json();
      },
    );
    return apiAt(this.url, session.backstageIdentity.token);
  }
}
