import { GitHubHosts } from './GitHubHosts';

describe('GitHubHosts', () => {
  it.each([
    ['https://api.github.com', 'https://api.github.com/graphql'],
    ['https://api.acme.ghe.com/', 'https://api.acme.ghe.com/graphql'],
    ['https://ghe.acme.example/api/v3', 'https://ghe.acme.example/api/graphql'],
    ['http://localhost:7099/api/v3/', 'http://localhost:7099/api/graphql'],
  ])('with REST at %s, GraphQL is at %s', (apiBaseUrl, graphqlUrl) => {
    const hosts = new GitHubHosts([{ host: 'one', apiBaseUrl }]);
    expect(hosts.find('one')?.graphqlUrl).toBe(graphqlUrl);
  });

  it('knows a host by any case, and no other', () => {
    const hosts = new GitHubHosts([{ host: 'GHE.acme.example' }]);
    expect(hosts.find('ghe.ACME.example')?.apiBaseUrl).toBe(
      'https://ghe.acme.example/api/v3',
    );
    expect(hosts.find('github.com')).toBeUndefined();
  });
});
