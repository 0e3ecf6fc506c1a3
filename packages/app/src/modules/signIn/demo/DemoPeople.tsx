import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { Alert, Avatar, Flex, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { LogoIcon } from '../../nav/LogoIcon';

export interface DemoPerson {
  /** Name of a user in the catalog. */
  user: string;
  name: string;
  role: string;
  team: string;
}

const useStyles = makeStyles({
  page: {
    boxSizing: 'border-box',
    maxWidth: 720,
    minHeight: '100vh',
    margin: '0 auto',
    padding: 'var(--bui-space-8) var(--bui-space-4)',
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    gap: 'var(--bui-space-8)',
  },
  people: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    // Two beside each other, one below 600px, never wider than the screen.
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(280px, 100%), 1fr))',
    gap: 'var(--bui-space-4)',
  },
  person: {
    width: '100%',
    display: 'flex',
    alignItems: 'center',
    gap: 'var(--bui-space-4)',
    padding: 'var(--bui-space-4)',
    border: '1px solid var(--bui-border-1)',
    borderRadius: 'var(--bui-radius-3)',
    background: 'var(--bui-bg-neutral-1)',
    color: 'var(--bui-fg-primary)',
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    '&:hover': {
      borderColor: 'var(--bui-border-2)',
    },
    '&:focus-visible': {
      outline: '2px solid var(--bui-ring)',
      outlineOffset: 2,
    },
    // Core's ring is nearly as dark as the ground there.
    '[data-theme-mode="dark"] &:focus-visible': {
      outlineColor: 'var(--bui-accent-bg)',
    },
  },
});

interface DemoPeopleProps {
  people: DemoPerson[];
  /** Why the last choice did not work. */
  problem?: Error;
  onChoose: (user: string) => void;
}

export function DemoPeople(props: DemoPeopleProps) {
  const { people, problem, onChoose } = props;
  const classes = useStyles();
  const title = useApi(configApiRef).getOptionalString('app.title');

  return (
    <main className={classes.page}>
      <Flex direction="column" align="start" gap="3">
        <LogoIcon />
        <Text as="h1" variant="title-medium" weight="bold">
          {title}
        </Text>
        <Text as="p" variant="body-large" color="secondary">
          Who do you want to be? This demo asks for no password.
        </Text>
      </Flex>
      {problem && (
        <Alert
          role="alert"
          status="danger"
          icon
          title="That did not work"
          description={`${problem.message}. The portal may still be starting: try again in a moment.`}
        />
      )}
      <ul className={classes.people}>
        {people.map(({ user, name, role, team }) => (
          <li key={user}>
            <button
              type="button"
              className={classes.person}
              onClick={() => onChoose(user)}
            >
              <Avatar src="" name={name} size="large" purpose="decoration" />
              <span>
                <Text as="div" variant="body-large" weight="bold">
                  {name}
                </Text>
                <Text as="div" variant="body-medium">
                  {role}, {team}
                </Text>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </main>
  );
}
