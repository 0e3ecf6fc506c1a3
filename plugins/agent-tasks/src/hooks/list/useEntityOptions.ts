import {
  getCompoundEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';

/** What can be chosen: the word that the API takes, and how people call it. */
export interface FilterOption {
  value: string;
  label: string;
}

const MOST = 50;
const FRESH_MS = 60_000;

/**
 * Entities to choose from, by name.
 *
 * @param kinds - such as component; nothing is asked while it is undefined
 * @param text - part of the name
 */
export function useEntityOptions(
  kinds: readonly string[] | undefined,
  text: string,
): { options: FilterOption[]; isLoading: boolean } {
  const catalog = useApi(catalogApiRef);
  const { data, isFetching } = useQuery({
    queryKey: ['agent-tasks', 'entity-options', kinds, text],
    queryFn: async () => {
      const { items } = await catalog.queryEntities({
        filter: { kind: [...kinds!] },
        fields: ['kind', 'metadata', 'spec.profile'],
        orderFields: { field: 'metadata.name', order: 'asc' },
        fullTextFilter: {
          term: text,
          fields: [
            'metadata.name',
            'metadata.title',
            'spec.profile.displayName',
          ],
        },
        limit: MOST,
      });
      return items.map(entity => ({
        value: stringifyEntityRef(getCompoundEntityRef(entity)),
        label: nameOf(entity),
      }));
    },
    enabled: kinds !== undefined,
    placeholderData: keepPreviousData,
    staleTime: FRESH_MS,
  });
  return { options: data ?? [], isLoading: isFetching };
}

function nameOf(entity: {
  metadata: { name: string; title?: string };
  spec?: { profile?: unknown };
}): string {
  const profile = entity.spec?.profile as { displayName?: unknown } | undefined;
  return typeof profile?.displayName === 'string'
    ? profile.displayName
    : entity.metadata.title ?? entity.metadata.name;
}
