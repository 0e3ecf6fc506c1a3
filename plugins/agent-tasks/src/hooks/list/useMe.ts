import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { Me } from './listViews';

/** The signed-in person and their groups; undefined until they are known. */
export function useMe(): Me | undefined {
  const identity = useApi(identityApiRef);
  const { data } = useQuery({
    queryKey: ['agent-tasks', 'me', 'groups'],
    queryFn: async (): Promise<Me> => {
      const { userEntityRef, ownershipEntityRefs } =
        await identity.getBackstageIdentity();
      const groups = ownershipEntityRefs
        .filter(ref => ref.startsWith('group:'))
        .sort();
      return { ref: userEntityRef, groups };
    },
    staleTime: Infinity,
  });
  return data;
}
