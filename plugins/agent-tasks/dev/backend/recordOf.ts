import type {
  Task,
  TaskEvent,
  TaskRecord,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { hoursAgo } from './times';

/** How a task came to be, whatever became of it. */
export function eventsOf(task: Task): TaskEvent[] {
  const ana = { type: 'user', ref: 'user:default/ana' } as const;
  const provider = { type: 'provider', ref: null } as const;
  const story: Omit<TaskEvent, 'seq' | 'at' | 'details'>[] = [
    { type: 'submitted', actor: ana, source: 'command', to: 'queued' },
    {
      type: 'observed',
      actor: provider,
      source: 'provider',
      from: 'queued',
      to: 'in_progress',
    },
    // Such as a newer backend may tell.
    {
      type: 'somethingNewer',
      actor: { type: 'system', ref: null },
      source: 'engine',
      reason: task.title,
    },
  ];
  return story.map((event, index) => ({
    ...event,
    seq: index + 1,
    at: hoursAgo(5 - index),
    details: {},
  }));
}

/** The record of a task, whose agent says of itself what its title says. */
export function recordOf(task: Task): TaskRecord {
  const events = eventsOf(task);
  return {
    sentence: `Request ${task.id}: portal, for ${task.requester.ref}: allowed by policy services v3.`,
    task,
    events,
    evidence: {
      claimed: {
        commands: ['yarn install', `yarn test --grep "${task.title}"`],
        tests: ['12 passed'],
        hosts: ['registry.npmjs.org'],
        leftOut: [],
        confidence: 'high',
        gaps: [task.title],
      },
      observed: {
        checks: [
          { name: 'ci/test', state: 'passing' },
          { name: 'ci/lint', state: 'failing' },
        ],
        files: [
          { path: 'package.json', additions: 1, deletions: 1, inScope: true },
          { path: 'deploy.sh', additions: 40, deletions: 6, inScope: false },
        ],
      },
    },
    chain: { intact: true, count: events.length, head: 'ff', brokenAt: null },
  };
}
