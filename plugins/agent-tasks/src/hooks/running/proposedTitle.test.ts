import { lineSchema } from '@agent-tasks/backstage-plugin-agent-tasks-common/schemas';
import { LONGEST_TITLE, proposedTitle } from './proposedTitle';

const template = {
  title: 'Upgrade a dependency',
  parameters: {
    type: 'object',
    properties: {
      isDry: { type: 'boolean' },
      dependency: { type: 'string' },
      version: { type: 'string' },
    },
  },
};

describe('the title that is proposed', () => {
  it.each([
    [{ dependency: 'lodash', version: '4' }, 'Upgrade a dependency: lodash'],
    [{ version: '4', isDry: true }, 'Upgrade a dependency: 4'],
    [{ dependency: ' ', version: 4 }, 'Upgrade a dependency: 4'],
    [{ dependency: 'one\n\ttwo\u2028' }, 'Upgrade a dependency: one two'],
    [{}, undefined],
    [{ gone: 'lodash' }, undefined],
  ])('for %j is %s', (values, title) => {
    expect(proposedTitle(template, values)).toBe(title);
  });

  it.each(['x'.repeat(500), '🧨'.repeat(500), 'two words '.repeat(50)])(
    'is one that the API takes, however long the value is',
    dependency => {
      const title = proposedTitle(template, { dependency });
      expect(title?.length).toBeLessThanOrEqual(LONGEST_TITLE);
      expect(title).toMatch(/…$/);
      expect(title).not.toMatch(/\p{Cs}/u);
      expect(lineSchema.parse(title)).toBe(title);
    },
  );
});
