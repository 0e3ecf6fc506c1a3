import { Task } from '../../domain/task/task';
import { isEndPhase } from '../../domain/task/taskTransitions';
import { CREATOR_ID } from './GitHubWorld';
import { Post } from './Oracle';
import { Portal } from './Portal';
import { Requester } from './Requester';

/** Every promise of a start, as sentences about those that were not kept; [] when all were. */
export function brokenPromises(
  portal: Portal,
  requesters: readonly Requester[],
): string[] {
  const tasks = [...portal.tables.tasks.values()];
  return [
    ...portal.failures.map(error => `a loop has ended: ${error}`),
    ...tasks.flatMap(({ id }) => secondStarts(portal, id)),
    ...portal.oracle.posts.flatMap(lateOrFrozen),
    ...sentAfterCancel(portal),
    ...wronglyTied(portal, tasks),
    ...portal.oracle.rewritten.map(id => `${id} got another provider id`),
    ...tasks.flatMap(task => unsettled(portal, task)),
    ...keys(requesters, tasks),
  ];
}

/**
 * Each request after the first needs proof that the one before created nothing, or a person who
 * said so of that very one.
 */
function secondStarts({ oracle, github }: Portal, taskId: string): string[] {
  const posts = oracle.postsOf(taskId);
  const confirmed = oracle.confirmedEpochs(taskId);
  const resent = posts.slice(1).flatMap((post, index) => {
    const before = posts[index];
    const isProven =
      before.provenAt !== undefined && before.provenAt <= post.sentAt;
    return isProven || confirmed.has(before.claim?.epoch ?? -1)
      ? []
      : [`${taskId} was sent again after ${before.fate}`];
  });
  const created = github.tasks.filter(({ startOf }) => startOf === taskId);
  return created.length > 1 + confirmed.size
    ? [...resent, `${taskId} was started ${created.length} times`]
    : resent;
}

function lateOrFrozen(post: Post): string[] {
  const { claim, taskId, sentAt, createdAt } = post;
  if (!claim) return [`${taskId} was sent without a claim`];
  const late =
    sentAt >= claim.leaseUntil || (createdAt ?? 0) > claim.leaseUntil;
  return [
    ...(late ? [`${taskId} was sent by a worker whose lease was over`] : []),
    ...(claim.isFrozen ? [`${taskId} was claimed under a freeze`] : []),
  ];
}

function sentAfterCancel({ oracle }: Portal): string[] {
  return oracle.posts
    .filter(({ taskId, sentAt }) => {
      const at = oracle.withdrawn.get(taskId);
      return at !== undefined && sentAt > at;
    })
    .map(({ taskId }) => `${taskId} was sent after it was withdrawn`);
}

/** What was created belongs to one task, and a task belongs to what its own request created. */
function wronglyTied(portal: Portal, tasks: readonly Task[]): string[] {
  const { github, oracle } = portal;
  const foreign = tasks.flatMap(({ id, providerTaskId }) => {
    if (providerTaskId === null) return [];
    const there = github.tasks.find(one => one.id === providerTaskId);
    return there?.startOf === id ||
      oracle.tiedByHand.has(`${id} ${providerTaskId}`)
      ? []
      : [`${id} is tied to ${providerTaskId}, which is not its own`];
  });
  const lost = github.tasks.flatMap(({ id, startOf, creatorId }) => {
    if (startOf === null || creatorId !== CREATOR_ID) return [];
    const isSettled =
      oracle.writtenOff.has(startOf) ||
      [...oracle.tiedByHand].some(pair => pair.startsWith(`${startOf} `)) ||
      oracle.confirmations.some(({ taskId }) => taskId === startOf);
    const isTied = tasks.some(task => task.providerTaskId === id);
    return isTied || isSettled ? [] : [`${id} of ${startOf} is lost`];
  });
  return [...foreign, ...lost];
}

/** With all faults over, a task has ended, is followed to its end, or is with a person. */
function unsettled({ github }: Portal, task: Task): string[] {
  const { id, phase } = task;
  if (isEndPhase(phase)) return [];
  if (phase === 'quarantined') {
    return task.attention === 'unconfirmed'
      ? []
      : [`${id} is quarantined, and nobody is told`];
  }
  const there = github.tasks.find(one => one.id === task.providerTaskId);
  if (phase === 'tracking' && there && github.hasEnded(there)) {
    return task.endedAt === null
      ? [`${id} has ended, and its record does not say so`]
      : [];
  }
  return [`${id} is ${phase} for ever`];
}

/** One task for every key that was ever answered, and none that nobody asked for. */
function keys(
  requesters: readonly Requester[],
  tasks: readonly Task[],
): string[] {
  return requesters.flatMap(({ key, taskId }) => {
    const made = tasks.filter(({ id }) => id.startsWith(`${key}x`));
    return made.length === 1 && made[0].id === taskId
      ? []
      : [`${key} was answered with ${taskId}, and ${made.length} tasks exist`];
  });
}
