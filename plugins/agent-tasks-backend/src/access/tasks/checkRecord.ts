import { ChainCheck, checkChain } from '../../domain/record/chainMessage';
import { Task } from '../../domain/task/task';
import { StoredLink } from '../../store/TaskQueries';
import { SealReader } from '../ports/SealReader';

/**
 * Whether the record of a task is whole. A payload that was erased leaves its digest behind, so
 * that the chain still holds; one that was changed no longer has it.
 */
export function checkRecord(
  task: Task,
  links: readonly StoredLink[],
  seals: SealReader,
): ChainCheck {
  const known = new Set(links.map(({ mac }) => mac));
  return checkChain(
    links.map(link => ({
      ...link,
      payloadDigest:
        link.salt === null || link.payload === null
          ? link.payloadDigest
          : seals.payloadDigest(link.salt, link.payload),
    })),
    { count: task.eventCount, head: task.chainHead },
    // A line sealed before a change of keys is signed by an earlier one.
    message => {
      const macs = seals.macsOf(task.id, message);
      return macs.find(mac => known.has(mac)) ?? macs[0];
    },
  );
}
