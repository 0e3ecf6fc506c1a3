import { asPerson, orderGitHub, untilTask, upgrade } from './asPerson';
import { expect, test } from './portalTest';
import { signInAs } from './signInAs';

const QUICK = 600;

test('an agent that waits is answered at GitHub, and goes on', async ({
  context,
  page,
}) => {
  test.setTimeout(120_000);
  const gitHub = new URL(process.env.SIMULATOR_URL!).host;
  await orderGitHub('PATCH', '/settings', { speed: QUICK });
  await orderGitHub('POST', '/scripts', {
    script: 'waits',
    repository: 'acme/storefront-bff',
  });
  const chidi = await asPerson('chidi');
  const { task } = await chidi.tasks.create(
    upgrade('storefront-bff', 'undici'),
  );
  await untilTask(chidi, task.id, ({ attention }) => attention === 'question');

  await signInAs(page, 'Chidi Okafor');
  await page.goto(`/agent-tasks/tasks/${task.id}`);
  await expect(page.getByText('Needs you').first()).toBeVisible();
  // Opened on purpose: the one way out of the portal.
  await context.route(
    url => url.host === gitHub,
    route => route.continue(),
  );
  const opened = page.waitForEvent('popup');
  await page.getByRole('link', { name: /^Session/ }).click();
  const provider = await opened;
  await provider
    .getByRole('combobox', { name: 'Acting as' })
    .selectOption('chidi');
  await provider.getByRole('button', { name: 'Switch' }).click();
  await provider.getByRole('textbox', { name: 'Your answer' }).fill('Yes, do.');
  await provider.getByRole('button', { name: 'Answer' }).click();
  await expect(
    provider.getByText(/has its answer|answered/i).first(),
  ).toBeVisible();
  await provider.close();

  await untilTask(chidi, task.id, ({ attention }) => attention !== 'question');
  await expect(page.getByText('Needs you')).toHaveCount(0);
});
