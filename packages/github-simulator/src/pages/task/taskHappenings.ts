import { accountById } from '../../state/accounts';
import { Session, Task, World } from '../../state/World';
import { markup } from '../layout/markup';
import { Happening, nameOf } from '../layout/timeline';
import { ofPull } from '../pull/pullHappenings';

function ofSession(world: World, session: Session, index: number): Happening[] {
  const number = index + 1;
  const run = session.runId === null ? undefined : world.runs[session.runId];
  const questions = (session.answers ?? []).flatMap(answer => [
    ...(answer.question !== null
      ? [
          {
            at: answer.askedAt,
            text: 'The agent asked',
            quote: answer.question,
          },
        ]
      : []),
    {
      at: answer.at,
      text: `${nameOf(world, answer.login)} answered`,
      quote: answer.text,
    },
  ]);
  const ends: Partial<Record<Session['state'], string>> = {
    completed: `Session ${number} is complete`,
    failed: `Session ${number} failed`,
    timed_out: `Session ${number} ran out of time`,
    cancelled: `Session ${number} was cancelled`,
  };
  return [
    ...(index > 0
      ? [
          {
            at: session.createdAt,
            text: `Session ${number} was asked for`,
            quote: session.prompt,
          },
        ]
      : []),
    ...(run
      ? [
          {
            at: run.createdAt,
            text: markup`The agent began to work on <code>${session.headRef}</code>`,
          },
        ]
      : []),
    ...questions,
    ...(session.question !== null
      ? [
          {
            at: session.updatedAt,
            text: 'The agent asks',
            quote: session.question,
          },
        ]
      : []),
    ...(session.state === 'idle'
      ? [{ at: session.updatedAt, text: 'The agent sits idle' }]
      : []),
    ...(session.completedAt !== null
      ? [
          {
            at: session.completedAt,
            text: ends[session.state] ?? `Session ${number} ended`,
            quote: session.error ?? undefined,
          },
        ]
      : []),
  ];
}

/** All that happened to a task. */
export function taskHappenings(world: World, task: Task): Happening[] {
  const creator = accountById(world, task.creatorId);
  const pull = task.pullId === null ? undefined : world.pulls[task.pullId];
  const happenings: Happening[] = [
    {
      at: task.createdAt,
      text: `${creator?.name ?? 'Somebody'} asked for this`,
    },
    ...task.sessions.flatMap((session, index) =>
      ofSession(world, session, index),
    ),
    ...(pull && pull.taskId === task.id
      ? [
          {
            at: pull.createdAt,
            text: `The agent opened draft pull request #${pull.number}`,
          },
          ...ofPull(world, pull),
        ]
      : []),
  ];
  return happenings;
}
