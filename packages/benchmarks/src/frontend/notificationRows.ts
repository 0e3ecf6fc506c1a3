import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';

/** Unread notifications of a person, as the notifications backend would have left them. */
export async function fillNotifications(
  knex: Knex,
  user: string,
  titles: readonly string[],
): Promise<void> {
  const rows = titles.map(title => ({
    id: randomUUID(),
    user,
    origin: 'plugin:agent-tasks',
    created: new Date(),
    topic: 'review',
    link: '/agent-tasks/inbox',
    title,
    description: 'The pull request waits for a review.',
    severity: 'normal',
  }));
  await knex.batchInsert('notification', rows, 50);
}
