import { createPermission } from '@backstage/plugin-permission-common';
import { agentTasksPermissions } from './permissions';

describe('the permissions', () => {
  it('are those that policies are written for', () => {
    expect(
      agentTasksPermissions.map(({ name, type, attributes }) => [
        name,
        type,
        attributes.action,
      ]),
    ).toEqual([
      ['agent-tasks.task.create', 'basic', 'create'],
      ['agent-tasks.operations.manage', 'basic', 'update'],
      ['agent-tasks.task.read', 'resource', 'read'],
      ['agent-tasks.task.update', 'resource', 'update'],
      ['agent-tasks.task.answer', 'resource', 'update'],
      ['agent-tasks.task.cancel', 'resource', 'update'],
      ['agent-tasks.task.retry', 'resource', 'update'],
      ['agent-tasks.task.approve', 'resource', 'update'],
      ['agent-tasks.task.accept', 'resource', 'update'],
      ['agent-tasks.task.rollback', 'resource', 'update'],
      ['agent-tasks.task.resolve', 'resource', 'update'],
    ]);
  });

  it.each(agentTasksPermissions)(
    '$name is what createPermission would have made',
    permission => {
      const { type, ...input } = permission;
      expect(createPermission(input)).toEqual(permission);
      expect('resourceType' in permission && permission.resourceType).toBe(
        type === 'resource' && 'agent-task',
      );
    },
  );
});
