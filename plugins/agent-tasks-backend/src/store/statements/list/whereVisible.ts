import { Knex } from 'knex';
import { VisibleTasks } from '../../TaskQueries';

/**
 * Narrows a query of `task` to what somebody may see. Total over the shapes of `VisibleTasks`; an
 * empty list of alternatives shows nothing. Every shape adds a condition: knex drops an empty one,
 * and `not` of everything would then show everything.
 */
export function whereVisible(
  query: Knex.QueryBuilder,
  visible: VisibleTasks,
): Knex.QueryBuilder {
  if ('all' in visible) return query.whereRaw('1 = 1');
  if ('anyOf' in visible) {
    if (visible.anyOf.length === 0) return query.whereRaw('1 = 0');
    return query.where(either =>
      visible.anyOf.forEach(one =>
        either.orWhere(inner => {
          whereVisible(inner, one);
        }),
      ),
    );
  }
  if ('allOf' in visible) {
    if (visible.allOf.length === 0) return query.whereRaw('1 = 1');
    return query.where(every =>
      visible.allOf.forEach(one =>
        every.where(inner => {
          whereVisible(inner, one);
        }),
      ),
    );
  }
  if ('not' in visible) {
    return query.whereNot(inner => {
      whereVisible(inner, visible.not);
    });
  }
  if ('owners' in visible) {
    return query.whereIn('id', owned =>
      owned
        .select('task_id')
        .from('task_owner')
        .whereIn('owner_ref', visible.owners),
    );
  }
  if ('requesters' in visible) {
    return query.whereIn('requester_ref', visible.requesters);
  }
  if ('assignees' in visible) {
    return query
      .whereNotNull('assignee')
      .whereIn('assignee', visible.assignees);
  }
  if ('states' in visible) return query.whereIn('state', visible.states);
  if ('entityRefs' in visible) {
    return query
      .whereNotNull('entity_ref')
      .whereIn('entity_ref', visible.entityRefs);
  }
  return query.whereIn('repository_slug', visible.repositories);
}
