import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';

/** The entity ref of the person who is signed in; undefined until it is known. */
export function useMyRef(): string | undefined {
  const identity = useApi(identityApiRef);
  const { data } = useQuery({
    queryKey: ['agent-tasks', 'me'],
    queryFn: async () => (await identity.getBackstageIdentity()).userEntityRef,
    staleTime: Infinity,
  });
  return data;
}
