import type { FailureClass } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { exampleTask } from '../../testing/exampleTask';
import { runAgainBody, runAgainFormOf } from './runAgainForm';

describe('running a task again', () => {
  it.each<[FailureClass, string]>([
    ['timed_out', 'narrow'],
    ['unanswered', 'narrow'],
    ['agent_failed', 'mend'],
    ['conflict', 'rebase'],
    ['review_rejected', 'rework'],
    ['permission_denied', 'refused'],
    ['not_enabled', 'refused'],
    ['identity_invalid', 'refused'],
    ['expired', 'plain'],
  ])('after %s opens to %s', (failed, form) => {
    const task = exampleTask({
      failure: {
        class: failed,
        at: '2026-11-20T08:00:00Z',
        untrustedText: null,
      },
    });
    expect(runAgainFormOf(task)).toBe(form);
  });

  it('sends only what was filled in', () => {
    const empty = { patterns: ' \n', addition: ' ', isContinued: false };
    expect(runAgainBody(empty)).toEqual({});
  });

  it('sends one pattern per line, what the next run is told, and where it goes on from', () => {
    const draft = {
      patterns: 'src/**\n\n  test/** ',
      addition: ' Keep to version 4. ',
      isContinued: true,
    };
    expect(runAgainBody(draft)).toEqual({
      scope: { files: ['src/**', 'test/**'] },
      addition: 'Keep to version 4.',
      continue: true,
    });
  });
});
