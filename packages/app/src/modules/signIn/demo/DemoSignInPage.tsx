import { ProxiedSignInPage } from '@backstage/core-components';
import { IdentityApi } from '@backstage/frontend-plugin-api';
import { SignInPageProps } from '@backstage/plugin-app-react';
import { useCallback, useEffect, useState } from 'react';
import { DemoPeople, DemoPerson } from './DemoPeople';
import { chosenUser } from './chosenUser';

export interface DemoSignInPageProps extends SignInPageProps {
  people: DemoPerson[];
}

/**
 * Asks who to be, then signs in as them through the backend's `demo` provider.
 * The choice lasts until sign-out or until the tab closes, so that two tabs
 * can be two people.
 */
export function DemoSignInPage(props: DemoSignInPageProps) {
  const { people, onSignInSuccess } = props;
  const [user, setUser] = useState(chosenUser.read);
  const [problem, setProblem] = useState<Error>();

  const BackToPeople = useCallback(
    ({ error }: { error?: Error }) => (
      <Failure
        error={error}
        onFailure={failure => {
          setProblem(failure);
          setUser(undefined);
        }}
      />
    ),
    [],
  );

  if (!user) {
    return <DemoPeople people={people} problem={problem} onChoose={setUser} />;
  }
  return (
    <ProxiedSignInPage
      provider="demo"
      headers={{ 'x-demo-user': user }}
      ErrorComponent={BackToPeople}
      onSignInSuccess={identity => {
        chosenUser.write(user);
        onSignInSuccess(forgottenOnSignOut(identity));
      }}
    />
  );
}

/** ProxiedSignInPage reports a failure by rendering this; it hands the failure back. */
function Failure(props: { error?: Error; onFailure: (error?: Error) => void }) {
  const { error, onFailure } = props;
  useEffect(() => onFailure(error), [error, onFailure]);
  return null;
}

function forgottenOnSignOut(identity: IdentityApi): IdentityApi {
  return {
    getProfileInfo: () => identity.getProfileInfo(),
    getBackstageIdentity: () => identity.getBackstageIdentity(),
    getCredentials: () => identity.getCredentials(),
    signOut: async () => {
      chosenUser.forget();
      await identity.signOut();
    },
  };
}
