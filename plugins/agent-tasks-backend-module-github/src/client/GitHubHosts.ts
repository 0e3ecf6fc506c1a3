/** Where one host's APIs answer. */
export interface GitHubHost {
  host: string;
  /** Without a slash at the end. */
  apiBaseUrl: string;
  graphqlUrl: string;
}

/** Enterprise servers serve GraphQL beside REST, not below it. */
function graphqlUrlOf(apiBaseUrl: string): string {
  return /\/api\/v3$/.test(apiBaseUrl)
    ? apiBaseUrl.replace(/\/v3$/, '/graphql')
    : `${apiBaseUrl}/graphql`;
}

/**
 * The hosts of `integrations.github`, by lower-case name. A token is sent to the addresses listed
 * here and to nowhere else. github.com is always among them, as everywhere in Backstage.
 */
export class GitHubHosts {
  readonly #hosts: ReadonlyMap<string, GitHubHost>;

  constructor(hosts: { host: string; apiBaseUrl?: string }[]) {
    this.#hosts = new Map(
      hosts.map(one => {
        const host = one.host.toLowerCase();
        const apiBaseUrl = (one.apiBaseUrl ?? `https://${host}/api/v3`).replace(
          /\/+$/,
          '',
        );
        const graphqlUrl = graphqlUrlOf(apiBaseUrl);
        return [host, { host, apiBaseUrl, graphqlUrl }];
      }),
    );
  }

  find(host: string): GitHubHost | undefined {
    return this.#hosts.get(host.toLowerCase());
  }
}
