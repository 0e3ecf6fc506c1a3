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

  // ProxiedSignInPage reports a failure by rendering this.
  const BackToPeople = useCallback(({ error }: { error?: Error }) => {
    useEffect(() => {
      setProblem(error);
      setUser(undefined);
    }, [error]);
    return null;
  }, []);

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
