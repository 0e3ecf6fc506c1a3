import type { ReviewCapacity } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import {
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { getEntityRelations, useEntity } from '@backstage/plugin-catalog-react';
import { useMemo } from 'react';
import { useQueue } from './useQueue';

/** Who owns the entity of this page, and what they can still review; undefined without a limit. */
export function useReviewCapacity(): {
  ownerRefs: string[];
  capacity: ReviewCapacity | undefined;
} {
  const { entity } = useEntity();
  const { data } = useQueue();
  const ownerRefs = useMemo(
    () =>
      getEntityRelations(entity, RELATION_OWNED_BY).map(ref =>
        stringifyEntityRef(ref),
      ),
    [entity],
  );
  const capacity = data?.capacity.find(({ ownerRef }) =>
    ownerRefs.includes(ownerRef),
  );
  return { ownerRefs, capacity };
}
