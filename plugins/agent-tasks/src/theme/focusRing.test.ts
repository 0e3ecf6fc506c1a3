import { createTheme } from '@mui/material/styles';
import { agentTasksTheme } from './agentTasksTheme';

const inTheDark = '[data-theme-mode="dark"] &';

/** Every style that says what focus looks like, by where it stands. */
function focusStyles(style: unknown, path = ''): [string, object][] {
  if (typeof style !== 'object' || style === null) return [];
  const own: [string, object][] = /ocus/.test(path.split(' > ').pop() ?? '')
    ? [[path, style]]
    : [];
  return [
    ...own,
    ...Object.entries(style).flatMap(([key, value]) =>
      focusStyles(value, `${path} > ${key}`),
    ),
  ];
}

const styles = focusStyles(agentTasksTheme(createTheme()).components).filter(
  ([path]) => !path.includes('MuiInputLabel'),
);

describe('focus', () => {
  it('is shown on every kind of control', () => {
    const where = styles.map(([path]) => path.split(' > ')[1]);
    expect(where).toEqual(
      expect.arrayContaining([
        // Tabs, chips, menus, switches and whatever else can be pressed.
        'MuiButtonBase',
        'MuiButton',
        'MuiIconButton',
        'MuiLink',
        'MuiOutlinedInput',
        'MuiSlider',
      ]),
    );
  });

  it.each(styles)('can be told from dark ground: %s', (_, style) => {
    const { [inTheDark]: dark } = Object(style);
    expect(JSON.stringify(dark)).toContain('var(--bui-accent-bg)');
  });
});
