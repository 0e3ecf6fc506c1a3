const SERVICE = '/catalog/default/component/payments-api';

/**
 * @typedef {object} Pictured
 * @property {string} name of the file, before theme and size
 * @property {string} path
 * @property {(page: import('@playwright/test').Page) => import('@playwright/test').Locator} whole
 *   stands there once the page is whole
 * @property {(page: import('@playwright/test').Page) => Promise<unknown>} [then] what a person does
 *   before the picture is taken
 */

/** @returns {Pictured[]} @param {(title: string) => string} taskId by the title of a demo task */
export function picturedPages(taskId) {
  return [
    {
      name: 'home',
      path: '/',
      whole: page => page.getByText('Waiting for you'),
    },
    {
      name: 'service-overview',
      path: SERVICE,
      whole: page => page.getByText('Release notes for 2.4.0').first(),
    },
    {
      name: 'service-tab',
      path: `${SERVICE}/agent-tasks`,
      whole: page => page.getByText('Release notes for 2.4.0').first(),
    },
    {
      name: 'run-choose',
      path: `${SERVICE}/agent-tasks?run`,
      whole: page => page.getByRole('button', { name: /Upgrade a dependency/ }),
    },
    {
      name: 'run-dialog',
      path: `${SERVICE}/agent-tasks?run=dependency-bump`,
      whole: page => page.getByRole('textbox', { name: /^Dependency/ }),
      then: async page => {
        // What was typed for the picture before this one was kept as a draft.
        const again = page.getByRole('button', { name: 'Start over' });
        if (await again.isVisible()) await again.click();
        await page.getByRole('textbox', { name: /^Dependency/ }).fill('lodash');
        await page.getByRole('textbox', { name: /^Version/ }).fill('4.17.21');
        await page
          // The sentence over the button: the preview has answered.
          .getByText(/^(Starts|Waits) /)
          .first()
          .waitFor();
      },
    },
    {
      name: 'inbox',
      path: '/agent-tasks/inbox',
      whole: page => page.locator('[role="row"][aria-selected="true"]'),
    },
    {
      name: 'all-tasks',
      path: '/agent-tasks/tasks?view=all',
      whole: page => page.getByRole('main').getByRole('link'),
    },
    ...[
      ['task-in-review', 'Upgrade express to 4.21.2'],
      ['task-question', 'Upgrade pdfkit to 0.17.1'],
      ['task-approval', 'From one table of entries to partitions by month'],
      ['task-failed', 'Make the scoring tests independent of each other'],
    ].map(([name, title]) => ({
      name,
      path: `/agent-tasks/tasks/${taskId(title)}`,
      whole: page => page.getByRole('tab', { name: 'Timeline' }),
    })),
  ];
}
