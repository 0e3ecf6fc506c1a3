import type {
  TaskPreview,
  Template,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { FakeAnswers } from '../../src/testing/fakeAgentTasksApi';
import { absurdTexts } from '../backend/absurdTasks';
import { backendWith } from '../backend/backendWith';
import { dependencyBump, foreign, readyPreview } from '../backend/examples';
import {
  broken,
  denied,
  duplicate,
  policyDenied,
  unreachable,
} from '../backend/refusals';
import { taskOf } from '../backend/tasks';
import { hoursAgo } from '../backend/times';
import { entityTab } from './entityTab';
import { Room, Scene } from './Scene';

const path = `${entityTab.path}?run=dependency-bump`;
const never = () => new Promise<never>(() => {});
const tasks = [taskOf(1)];

function choosing(templates: FakeAnswers['templates']): Scene {
  return {
    answers: backendWith([], { templates }),
    path: `${entityTab.path}?run=`,
  };
}

const offering = (...items: Template[]) => choosing(async () => ({ items }));

function previewed(changes: Partial<TaskPreview>): Scene {
  const preview = async () => ({ ...readyPreview, ...changes });
  return { answers: backendWith(tasks, { tasks: { preview } }) };
}

function refused(
  code: TaskPreview['errors'][number]['code'],
  message: string,
  violations: TaskPreview['errors'][number]['violations'] = [],
  details?: TaskPreview['errors'][number]['details'],
): Scene {
  return previewed({
    errors: [
      {
        code,
        message,
        nextAction: 'choose_other',
        remediation: 'Choose another template, or ask the operators.',
        violations,
        ...(details && { details }),
      },
    ],
  });
}

/** The form is filled in; what follows is seen when the button is pressed. */
const sent = (create: NonNullable<FakeAnswers['tasks']>['create']): Scene => ({
  answers: backendWith(tasks, { tasks: { create } }),
});

export const runDialog: Room = {
  title: 'Run dialog',
  path,
  scenes: {
    loading: choosing(never),
    nothing: offering(),
    'nothing fits': offering(foreign),
    many: offering(
      ...Array.from({ length: 60 }, (_, index) => ({
        ...dependencyBump,
        ref: `${dependencyBump.ref}-${index}`,
        title: `Upgrade dependency ${index}`,
      })),
    ),
    absurd: offering(
      ...absurdTexts.map((text, index) => ({
        ...dependencyBump,
        ref: `${dependencyBump.ref}-${index}`,
        title: text,
        description: text,
        trusted: false,
      })),
    ),
    error: choosing(broken),
    denied: choosing(denied),
    'backend gone': choosing(unreachable),
    'unknown template': {
      answers: backendWith([]),
      path: `${entityTab.path}?run=not-there`,
    },
    ready: { answers: backendWith(tasks) },
    'one field of each kind': {
      answers: backendWith(tasks),
      path: `${entityTab.path}?run=long-form`,
    },
    'preview loads': {
      answers: backendWith(tasks, { tasks: { preview: never } }),
    },
    'preview gone': {
      answers: backendWith(tasks, { tasks: { preview: unreachable } }),
    },
    'preview absurd': previewed({ prompt: absurdTexts.join('\n\n') }),
    'needs approval': previewed({
      policy: { ...readyPreview.policy, result: 'ask' },
      approvers: ['group:default/payments', 'user:default/bo'],
    }),
    'branch only': previewed({ createPullRequest: false }),
    'has to wait': previewed({
      queue: {
        position: 12,
        held: { reason: 'frozen', since: hoursAgo(3), ref: 'freeze-1' },
      },
    }),
    'field missing': refused('PARAMETERS_INVALID', 'Parameters do not fit.', [
      { field: 'parameters.version', rule: 'required', hint: 'is required' },
    ]),
    'policy says no': refused(
      'POLICY_DENIED',
      'Policy services v3 does not allow this task.',
    ),
    'budget used up': refused(
      'BUDGET_EXCEEDED',
      'The budget of group:default/payments is used up.',
    ),
    'asked before': refused(
      'DUPLICATE_TASK_SUSPECTED',
      'An open task asks for the same.',
      [],
      { taskId: 'task-1' },
    ),
    'sent: under way': sent(never),
    'sent: refused': sent(policyDenied),
    'sent: asked before': sent(duplicate),
    'sent: no answer': sent(unreachable),
  },
};
