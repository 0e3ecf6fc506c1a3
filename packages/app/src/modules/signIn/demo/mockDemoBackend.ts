/** Stands in for the backend's `demo` provider in tests; `reachable` says whether it answers. */
export function mockDemoBackend(reachable = () => true) {
  return jest.spyOn(global, 'fetch').mockImplementation(async (_, init) => {
    if (!reachable()) {
      throw new TypeError('Failed to fetch');
    }
    const user = new Headers(init?.headers).get('x-demo-user');
    const ref = `user:default/${user}`;
    return Response.json({
      profile: {},
      backstageIdentity: {
        token: `header.${btoa('{}')}.signature`,
        identity: {
          type: 'user',
          userEntityRef: ref,
          ownershipEntityRefs: [ref],
        },
      },
    });
  });
}
