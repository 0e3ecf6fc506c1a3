import { exampleTask } from '../testing/exampleTask';
import { primaryOf } from './primaryAction';

describe('the one button of a task', () => {
  it('is a verb only while the backend allows it', () => {
    const allowed = exampleTask({ allowedActions: ['retry'] });
    expect(primaryOf(allowed, 'retry')).toEqual({
      kind: 'verb',
      verb: 'retry',
    });
    expect(primaryOf(exampleTask({ allowedActions: [] }), 'retry')).toBeNull();
  });

  it('leads to the open pull request', () => {
    expect(primaryOf(exampleTask(), 'review')).toMatchObject({
      kind: 'link',
      href: 'https://github.com/acme/payments-api/pull/214',
    });
  });

  it('leads to the session of the agent where there is no pull request', () => {
    expect(primaryOf(exampleTask({ artifacts: [] }), 'watch')).toMatchObject({
      href: 'https://github.com/copilot/tasks/a1b2',
    });
  });

  it.each([
    ['javascript', 'alert(1)'].join(':'),
    'data:text/html,<b>x</b>',
    'https://github.com.evil.example/acme',
  ])('leads nowhere when the link is %s', url => {
    const task = exampleTask({
      artifacts: [],
      provider: { id: 'github-copilot', taskId: 'a1b2', url },
    });
    expect(primaryOf(task, 'review')).toBeNull();
  });

  it('is missing when there is nothing to do', () => {
    expect(primaryOf(exampleTask(), 'none')).toBeNull();
  });
});
