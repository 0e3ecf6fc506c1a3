import { Freeze } from '../domain/admission/freeze';
import { FreezeRow } from '../store/TaskStore';

/** A freeze as the rules look at it. */
export function freezeOf({ scopeKind, scopeRef, ...row }: FreezeRow): Freeze {
  return {
    ...row,
    scope: {
      kind: scopeKind,
      ...(scopeRef === null ? {} : { ref: scopeRef }),
    },
  };
}
