import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { BackstageTheme } from '@backstage/theme';
import { makeStyles } from '@material-ui/core/styles';
import { LogoIcon } from './LogoIcon';

const useStyles = makeStyles<BackstageTheme>(theme => ({
  link: {
    height: 3 * sidebarConfig.logoHeight,
    marginBottom: -14,
    paddingLeft: sidebarConfig.iconPadding,
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    overflow: 'hidden',
    color: theme.palette.navigation.selectedColor,
  },
  title: {
    fontFamily: theme.typography.fontFamily,
    fontSize: '1rem',
    fontWeight: 600,
    lineHeight: 1.2,
  },
}));

export const SidebarLogo = () => {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();
  const title = useApi(configApiRef).getOptionalString('app.title');

  return (
    <Link
      to="/"
      underline="none"
      className={classes.link}
      aria-label={`${title}, home`}
    >
      <LogoIcon />
      {isOpen && <span className={classes.title}>{title}</span>}
    </Link>
  );
};
