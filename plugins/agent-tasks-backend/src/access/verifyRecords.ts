import { ChainCheck } from '../domain/record/chainMessage';
import { RecordAnchor, TaskArchive } from '../store/TaskArchive';
import { TaskQueries } from '../store/TaskQueries';
import { TaskStore } from '../store/TaskStore';
import { SealReader } from './ports/SealReader';
import { checkRecord } from './tasks/checkRecord';

export interface VerifyParts {
  store: Pick<TaskStore, 'load'>;
  queries: Pick<TaskQueries, 'chain'>;
  archive: TaskArchive;
  seals: SealReader;
}

export interface Verification {
  /** How many records were checked. */
  records: number;
  /** Records whose chain does not hold, and the first line that does not fit. */
  broken: { taskId: string; brokenAt: number | null }[];
  anchors: number;
  /** Anchors that the records do not come to any more. */
  changed: RecordAnchor[];
}

const PAGE = 200;
const LOOKS = 3;

/**
 * Checks every record against its seals, and the anchors against the records. Somebody without the
 * key is found by the seals, somebody with the key by anchors from the auditor's log.
 *
 * @param known - anchors from outside the database; those it keeps itself are checked as well
 * @param oldest - anchors from before are left out: what they covered may be forgotten by now
 */
export async function verifyRecords(
  parts: VerifyParts,
  known: readonly RecordAnchor[],
  oldest: number,
): Promise<Verification> {
  const { archive } = parts;
  const broken: Verification['broken'] = [];
  let records = 0;
  let afterId = '';
  for (;;) {
    const ids = await archive.taskIdsAfter(afterId, PAGE);
    for (const taskId of ids) {
      const check = await checkOne(parts, taskId);
      if (!check) continue;
      if (!check.intact) broken.push({ taskId, brokenAt: check.brokenAt });
      records += 1;
    }
    if (ids.length < PAGE) break;
    afterId = ids[ids.length - 1];
  }
  const kept = await archive.anchors(Number.MAX_SAFE_INTEGER);
  const anchors = [...known, ...kept].filter(({ since }) => since >= oldest);
  const changed: RecordAnchor[] = [];
  for (const anchor of anchors) {
    const today = await archive.anchorOf(anchor);
    if (today.root !== anchor.root) changed.push(anchor);
  }
  return { records, broken, anchors: anchors.length, changed };
}

/** A record may grow between the two reads; one that is broken stays broken. */
async function checkOne(
  { store, queries, seals }: VerifyParts,
  taskId: string,
): Promise<ChainCheck | undefined> {
  for (let look = 1; ; look += 1) {
    const loaded = await store.load(taskId);
    if (!loaded) return undefined;
    const links = await queries.chain(taskId);
    const check = checkRecord(loaded.task, links, seals);
    if (check.intact || look === LOOKS) return check;
  }
}
