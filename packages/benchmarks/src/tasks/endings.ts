import { Life } from './Life';

/** How far a task has come, and how common that is. */
export interface Ending {
  /** How likely it is, beside the others. */
  share: number;
  /** Nobody has anything to do any more; the others are all of the last weeks. */
  isOver: boolean;
  live(life: Life, requester: string): Life;
}

const REVIEWER = 'user:default/person-0-0';

const withDraft = (life: Life) =>
  life
    .asked()
    .pass(1)
    .started()
    .seen('in_progress', false)
    .pass(2)
    .seen('in_progress')
    .pullRequestSeen({});

const withFinishedDraft = (life: Life) =>
  withDraft(life).pass(9).seen('completed').pullRequestSeen({});

/** What comes of tasks in a company that uses agents every day: most are merged and forgotten. */
export const ENDINGS: Record<string, Ending> = {
  merged: {
    share: 610,
    isOver: true,
    live: life =>
      withFinishedDraft(life)
        .pass(60)
        .pullRequestSeen({
          draft: false,
          checks: 'passing',
          review: 'approved',
          approvedBy: ['reviewer'],
        })
        .pass(5)
        .pullRequestSeen({
          state: 'merged',
          draft: false,
          checks: 'passing',
          review: 'approved',
          approvedBy: ['reviewer'],
          mergedBy: 'reviewer',
        }),
  },
  closed: {
    share: 90,
    isOver: true,
    live: life =>
      withFinishedDraft(life)
        .pass(180)
        .pullRequestSeen({ state: 'closed' })
        .happens('updated', { acknowledged: true }, REVIEWER),
  },
  failed: {
    share: 90,
    isOver: true,
    live: (life, requester) =>
      life
        .asked()
        .pass(1)
        .started()
        .pass(8)
        .seen('failed', false)
        .happens('updated', { acknowledged: true }, requester),
  },
  empty: {
    share: 60,
    isOver: true,
    live: (life, requester) =>
      life
        .asked()
        .pass(1)
        .started()
        .pass(8)
        .seen('completed', false)
        .pass(6)
        .judged()
        .happens('updated', { acknowledged: true }, requester),
  },
  withdrawn: {
    share: 40,
    isOver: true,
    live: (life, requester) =>
      life
        .asked()
        .pass(3)
        .happens('cancelRequested', { kind: 'requester' }, requester),
  },
  rejected: {
    share: 30,
    isOver: true,
    live: life =>
      life
        .askedForApproval()
        .pass(30)
        .happens('rejected', { reason: 'Not before the release' }, REVIEWER),
  },
  inReview: {
    share: 420,
    isOver: false,
    live: withFinishedDraft,
  },
  asking: {
    share: 90,
    isOver: false,
    live: life => withDraft(life).pass(4).seen('waiting_for_user'),
  },
  working: { share: 60, isOver: false, live: withDraft },
  failedLately: {
    share: 90,
    isOver: false,
    live: life => life.asked().pass(1).started().pass(8).seen('failed', false),
  },
  waiting: { share: 150, isOver: false, live: life => life.asked() },
  toApprove: {
    share: 90,
    isOver: false,
    live: life => life.askedForApproval(),
  },
  unclear: {
    share: 10,
    isOver: false,
    live: life => {
      life.asked().pass(1).claimed();
      life
        .happens('ambiguous', { epoch: life.task.epoch, reason: 'timeout' })
        .pass(1)
        .happens('absent', { nextLookAt: null })
        .happens('absent', { nextLookAt: null })
        .pass(2)
        .happens('absent', { nextLookAt: null })
        .pass(1);
      return life.happens('gaveUp', { nextLookAt: null });
    },
  },
};
