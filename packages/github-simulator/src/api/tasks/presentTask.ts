import { Repository, Session, Task, World } from '../../state/World';
import { findAccount, findOrganization } from '../../state/accounts';
import { chance } from '../../state/dice';
import { nodeId } from '../../state/nodeId';
import { repositoryById } from '../../state/repositories';
import { stateOf } from '../../state/tasks';
import { Quirk } from '../../agents/quirks';
import { isoTime, isoTimeOrNull } from '../isoTime';

/** Fields a task was seen without. Which of them, differs by task. */
const OMITTABLE = [
  'url',
  'creator_type',
  'user_collaborators',
  'owner',
  'session_count',
  'archived_at',
  'updated_at',
  'custom_agent',
] as const;

function has(task: Task, quirk: Quirk): boolean {
  return task.quirks.includes(quirk);
}

function ownerOf(world: World, repository: Repository) {
  const owner =
    findOrganization(world, repository.owner) ??
    findAccount(world, repository.owner);
  return { id: owner?.id ?? 0 };
}

function artifactsOf(world: World, task: Task) {
  const pull = task.pullId && world.pulls[task.pullId];
  return [
    ...(pull
      ? [
          {
            provider: 'github',
            type: 'pull',
            data: { id: pull.id, global_id: nodeId('PullRequest', pull.id) },
          },
        ]
      : []),
    ...(task.pushedBranch
      ? [
          {
            provider: 'github',
            type: 'branch',
            data: { head_ref: task.pushedBranch, base_ref: task.ask.baseRef },
          },
        ]
      : []),
  ];
}

/** The page of a task. */
export function taskAddress(task: Task, origin: string): string {
  const room = has(task, 'agents_address') ? 'agents' : 'copilot';
  return `${origin}/${room}/tasks/${task.id}`;
}

/** A task as lists show it. */
export function presentTask(
  world: World,
  task: Task,
  origin: string,
): Record<string, unknown> {
  const repository = repositoryById(world, task.repositoryId);
  const whole: Record<string, unknown> = {
    id: task.id,
    url: `${origin}/api/v3/agents/tasks/${task.id}`,
    html_url: taskAddress(task, origin),
    name: task.name,
    creator: { id: task.creatorId },
    creator_type: 'user',
    user_collaborators: [],
    ...(repository && { owner: ownerOf(world, repository) }),
    repository: { id: task.repositoryId },
    state: stateOf(task),
    session_count: task.sessions.length,
    artifacts: artifactsOf(world, task),
    archived_at: isoTimeOrNull(task.archivedAt),
    updated_at: isoTime(task.updatedAt),
    created_at: isoTime(task.createdAt),
    ...(task.ask.customAgent && { custom_agent: { id: task.ask.customAgent } }),
  };
  if (has(task, 'omitted_fields')) {
    for (const field of OMITTABLE) {
      if (chance(world.seed, 'omit', field, task.ordinal) < 0.5)
        delete whole[field];
    }
  }
  return whole;
}

function presentUsage(task: Task, usage: NonNullable<Session['usage']>) {
  return has(task, 'usage_credits')
    ? { type: usage.type, credits: usage.amount }
    : usage;
}

function presentError(task: Task, error: string | null) {
  if (has(task, 'string_error')) return { error };
  return error === null ? {} : { error: { message: error } };
}

function presentModel(task: Task, model: string): string {
  if (model === 'auto' || !has(task, 'model_prefix')) return model;
  return `sweagent-capi:${model}`;
}

function presentSession(world: World, task: Task, session: Session) {
  const repository = repositoryById(world, task.repositoryId);
  return {
    id: session.id,
    name: task.name,
    user: { id: task.creatorId },
    ...(repository && { owner: ownerOf(world, repository) }),
    repository: { id: task.repositoryId },
    task_id: task.id,
    state: session.state,
    created_at: isoTime(session.createdAt),
    updated_at: isoTime(session.updatedAt),
    ...(session.completedAt !== null && {
      completed_at: isoTime(session.completedAt),
    }),
    prompt: session.prompt,
    ...(session.headRef && { head_ref: session.headRef }),
    base_ref: session.baseRef,
    model: presentModel(task, session.model),
    ...(session.usage && { usage: presentUsage(task, session.usage) }),
    ...presentError(task, session.error),
  };
}

/** A task as a read by id shows it. */
export function presentTaskWithSessions(
  world: World,
  task: Task,
  origin: string,
  now: number,
): Record<string, unknown> {
  return {
    ...presentTask(world, task, origin),
    sessions:
      now < task.sessionsShownAt
        ? []
        : task.sessions.map(session => presentSession(world, task, session)),
  };
}
