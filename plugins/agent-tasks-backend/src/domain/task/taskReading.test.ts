import {
  FAILURE_CLASSES,
  TaskAction,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { auditSentence } from '../record/auditSentence';
import { examplePullRequest, HOUR, MINUTE, NOON } from '../testing/exampleData';
import {
  exampleEventWith,
  taskAfter,
  taskIn,
  trackedTask,
} from '../testing/exampleTask';
import { allowedActions } from './allowedActions';
import { FAILURE_STEPS, nextStepOf } from './failure';
import { stagesOf } from './stagesOf';
import { Task } from './task';

const branch = {
  artifacts: [{ type: 'branch' as const, headRef: 'copilot/x' }],
};
const completed = trackedTask({ state: 'completed', ...branch });
const withPullRequest = (
  state: 'open' | 'closed' | 'merged',
  task = completed,
) =>
  taskAfter(task, [
    exampleEventWith('artifactsRead', {
      pullRequests: [examplePullRequest({ state, headRef: 'copilot/x' })],
    }),
  ]);

describe('allowedActions', () => {
  // One situation per line, so that the table reads as a table.
  // prettier-ignore
  const rows: [string, Task, TaskAction[]][] = [
    ['waits for a yes', taskIn('pending_approval'), ['update', 'cancel', 'approve', 'reject']],
    ['waits for its turn', taskIn('queued'), ['update', 'cancel']],
    ['starts', taskIn('starting'), ['update', 'cancel']],
    ['is unclear', taskIn('unconfirmed'), ['update', 'cancel']],
    ['is quarantined', taskIn('quarantined'), ['update', 'cancel', 'resolve']],
    ['works', taskIn('tracking'), ['update', 'cancel']],
    ['is stopping', taskAfter(taskIn('tracking'), ['cancelRequested']), ['update']],
    ['asks', trackedTask({ state: 'waiting_for_user' }), ['update', 'answer', 'cancel']],
    ['ended with a pull request', withPullRequest('open'), ['update', 'retry', 'accept', 'rollback']],
    ['ended with a closed one', withPullRequest('closed'), ['update', 'retry', 'accept']],
    ['ended with a bare branch', completed, ['update', 'retry', 'accept', 'rollback', 'open_pull_request']],
    ['ended with nothing', trackedTask({ state: 'failed' }), ['update', 'retry', 'accept']],
    ['was rejected', taskIn('rejected'), ['update', 'retry']],
    ['was withdrawn', taskIn('withdrawn'), ['update', 'retry']],
    ['expired', taskIn('expired'), ['update', 'retry']],
    ['was refused', taskIn('refused'), ['update', 'retry']],
    ['was written off', taskIn('written_off'), ['update', 'retry']],
  ];

  it.each(rows)('a task that %s', (_name, task, actions) => {
    expect(allowedActions(task, NOON)).toEqual(actions);
  });

  it('an idle agent’s pull request can be accepted after half an hour', () => {
    const idle = withPullRequest(
      'open',
      trackedTask({ state: 'idle', ...branch }),
    );
    expect(allowedActions(idle, NOON + 29 * MINUTE)).not.toContain('accept');
    expect(allowedActions(idle, NOON + 30 * MINUTE)).toContain('accept');
  });
});

describe('stagesOf', () => {
  it('tells the steps that were reached', () => {
    const judged = taskAfter(withPullRequest('open'), ['judged'], NOON + HOUR);
    expect(stagesOf(judged)).toEqual([
      { stage: 'asked', at: NOON },
      { stage: 'waiting', at: NOON },
      { stage: 'working', at: NOON },
      { stage: 'review', at: NOON },
      { stage: 'result', at: NOON + HOUR },
    ]);
    expect(stagesOf(taskIn('rejected')).map(({ stage }) => stage)).toEqual([
      'asked',
      'result',
    ]);
  });
});

describe('failures', () => {
  const task = {
    hasWorked: false,
    isModelDropped: false,
    requestedModel: 'claude-sonnet-4.6',
    terms: { fallbackWithoutModel: true },
  };

  it('start again by themselves only where nothing was sent or taken', () => {
    const again = FAILURE_CLASSES.filter(
      c => nextStepOf(c, task) === 'start_again',
    );
    expect(again).toEqual(['rate_limited', 'provider_unavailable', 'not_sent']);
  });

  it('never repeat anything by themselves once the agent has worked', () => {
    const steps = FAILURE_CLASSES.map(c =>
      nextStepOf(c, { ...task, hasWorked: true }),
    );
    expect(new Set(steps)).toEqual(new Set(['ask']));
  });

  it.each([
    ['where policy allows it', {}, 'start_without_model'],
    [
      'where policy forbids it',
      { terms: { fallbackWithoutModel: false } },
      'ask',
    ],
    ['a second time', { isModelDropped: true }, 'ask'],
    ['without a model to drop', { requestedModel: 'auto' }, 'ask'],
  ] as const)('without the model %s: %p', (_name, over, next) => {
    expect(nextStepOf('model_unavailable', { ...task, ...over })).toBe(next);
  });

  it('name somebody to ask wherever a person decides', () => {
    const silent = FAILURE_CLASSES.filter(
      c =>
        FAILURE_STEPS[c].next !== 'start_again' &&
        FAILURE_STEPS[c].ask.length === 0,
    );
    expect(silent).toEqual([]);
  });
});

describe('the audit sentence', () => {
  it('says who allowed it, under what, and what came of it', () => {
    const asked = taskIn('pending_approval', {
      via: {
        kind: 'scaffolder',
        ref: 'template:default/new-service',
        run: 'r7',
      },
    });
    const task = taskAfter(asked, [
      'preflighted',
      'approved',
      'preflighted',
      'claimed',
      'created',
      exampleEventWith('judged', {
        judgement: {
          outcome: 'succeeded',
          reason: 'merged',
          failureClass: null,
          evidence: [],
        },
      }),
    ]);
    expect(auditSentence(task, 'req-1')).toBe(
      'Request req-1: scaffolder template:default/new-service run r7, for user:default/ana, ' +
        'approved by user:default/bo, started task t1 (p1) on acme/payments-api@main with auto ' +
        'as portal (acme-agent), under policy services v3, ' +
        'template agenttasktemplate:default/dependency-bump v1.2.0: succeeded (merged).',
    );
  });

  it('claims no start that is not known', () => {
    const task = taskIn('withdrawn', { template: null });
    expect(auditSentence(task, 'req-1')).toBe(
      'Request req-1: portal, for user:default/ana, asked for task t1 (not known to have started) ' +
        'on acme/payments-api@default with auto as portal, under policy services v3, ' +
        'without a template: cancelled (cancelled by requester).',
    );
  });
});
