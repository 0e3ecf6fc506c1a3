import type { CreateTaskRequest } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { exampleTask } from '../../../testing/exampleTask';
import { FakeAnswers } from '../../../testing/fakeAgentTasksApi';
import { EntityTab } from '../../entityTab';
import {
  examplePreview,
  exampleRow,
  exampleTemplate,
  pageOf,
} from '../../entityTab/__testUtils__/examples';
import { renderOnService } from '../../entityTab/__testUtils__/renderOnService';

const bump = '?run=dependency-bump';

/** The dialog with the form of a template, over a backend that says yes. */
export function openRunDialog(
  answers: FakeAnswers['tasks'] = {},
  options: Parameters<typeof renderOnService>[2] & {
    templates?: FakeAnswers['templates'];
  } = {},
) {
  const create = jest.fn(async (_: CreateTaskRequest) => ({
    task: exampleTask({ id: 'new' }),
    replayed: false,
  }));
  const { templates, ...rest } = options;
  renderOnService(
    <EntityTab />,
    {
      tasks: {
        list: async () => pageOf(exampleRow()),
        preview: async () => examplePreview(),
        create,
        ...answers,
      },
      templates: templates ?? (async () => ({ items: [exampleTemplate()] })),
    },
    { search: bump, ...rest },
  );
  return { create };
}

/** A text field of the form, once it is there. */
export const field = (name: RegExp) => screen.findByRole('textbox', { name });

/** Types as a paste does: at once. */
export async function fill(input: HTMLElement, text: string) {
  await userEvent.click(input);
  await userEvent.paste(text);
}

/** Both fields of the example. */
export async function fillIn() {
  await fill(await field(/Dependency/), 'lodash');
  await fill(await field(/Version/), '4.17.21');
}
