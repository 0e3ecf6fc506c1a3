/**
 * What keeps a task from being started twice, each with words of its source that are replaced to
 * take it out, and the test that has to notice.
 *
 * @typedef {object} Defence
 * @property {string} name
 * @property {string} file from the repository's root
 * @property {string} from stands there exactly once
 * @property {string} to
 * @property {string} testFile from the repository's root
 * @property {string} test its own name, without those around it
 */

const backend = 'plugins/agent-tasks-backend';
const github = 'plugins/agent-tasks-backend-module-github';

/** Rows of the crash matrix, which docs/crash-matrix.md lists. */
const matrix = 'packages/backend/src/crashMatrix';

/** @type {Defence[]} */
export const DEFENCES = [
  {
    name: 'intent first',
    file: `${backend}/src/engine/loops/dispatch.ts`,
    from: `        return outcome;
      });`,
    to: `        outcome.changes
          .map(({ after }) => after)
          .filter(isClaim)
          .forEach(task => send(task, claimedAt));
        return outcome;
      }).then(() => [] as Task[]);`,
    testFile: `${matrix}/deadProcesses.postgres.test.ts`,
    test: 'row 3: a kill after the intent, before the send, ends quarantined with 0 POSTs',
  },
  {
    name: 'epoch',
    file: `${backend}/src/domain/task/guardOf.ts`,
    from: 'return event.epoch !== task.epoch;',
    to: 'return event.epoch > task.epoch;',
    testFile: `${backend}/src/engine/start/startTask.test.ts`,
    test: 'drops the verdict of a worker that was replaced, but not the fact of a creation',
  },
  {
    name: 'guard',
    file: `${backend}/src/engine/start/startTask.ts`,
    from: '<= settings.leaseMs - needed,',
    to: '<= Infinity,',
    testFile: `${backend}/src/engine/start/startTask.test.ts`,
    test: 'sends nothing after a pause that outlasted the lease, and starts once in all',
  },
  {
    name: 'one flight per repository',
    file: `${backend}/src/store/rows.ts`,
    // The unique index then has nothing to compare.
    from: 'flight_key: holdsRepository(task)',
    to: `flight_key: holdsRepository(task) && task.id === ''`,
    testFile: `${backend}/src/store/DatabaseTaskStore.test.ts`,
    test: 'leaves out a second start in one repository, and saves the rest',
  },
  {
    name: 'no retry in the client',
    file: `${github}/src/client/exchangeOnce.ts`,
    from: 'const response = await fetch(url, {',
    to: `const again = (...sent: Parameters<typeof fetch>) =>
      fetch(...sent).catch(() => fetch(...sent));
    const response = await again(url, {`,
    testFile: `${github}/src/client/exchangeOnce.test.ts`,
    test: 'sends one request into a reset and calls it lost',
  },
  {
    name: 'marker',
    file: `${backend}/src/engine/start/findStarted.ts`,
    from: 'if (told === undefined) return false;',
    to: 'if (told !== null) return true;',
    testFile: `${backend}/src/engine/start/otherMarker.test.ts`,
    test: 'without a marker is not adopted',
  },
  {
    name: 'words before the marker',
    file: `${backend}/src/engine/start/isOurPrompt.ts`,
    from: 'return prompt === null ||',
    to: 'return prompt !== told ||',
    testFile: `${backend}/src/engine/restore/copiedMarker.test.ts`,
    test: 'behind other words is neither adopted nor taken for a restore',
  },
  {
    name: 'archived lane',
    file: `${github}/src/operations/findCandidates.ts`,
    from: `['live', 'archived']`,
    to: `['live']`,
    testFile: `${github}/src/GitHubAgentProvider.contract.test.ts`,
    test: 'finds candidates from both archive lanes, oldest first, and none from before',
  },
  {
    name: 'admission lock',
    file: `${backend}/src/store/statements/task/lockAdmission.ts`,
    from: 'if (!row) return false;',
    to: 'if (!row) return true;',
    testFile: `${backend}/src/store/DatabaseTaskStore.postgres.test.ts`,
    test: 'does not decide, and does not wait, while the other is deciding',
  },
];
