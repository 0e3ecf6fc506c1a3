import { lazy, ReactNode, Suspense } from 'react';
import { useLocation, useResolvedPath } from 'react-router-dom';

const Landing = lazy(() =>
  import('../components/landing').then(m => ({ default: m.Landing })),
);

/**
 * `/agent-tasks` itself shows nothing: it leads to the inbox, or to all tasks when nothing waits.
 * Every address below it is the page.
 */
export function LandingSwitch(props: { children: ReactNode }) {
  const { pathname } = useLocation();
  const root = useResolvedPath('').pathname;
  return isSame(pathname, root) ? (
    <Suspense fallback={null}>
      <Landing />
    </Suspense>
  ) : (
    <>{props.children}</>
  );
}

function isSame(one: string, other: string): boolean {
  const bare = (path: string) => path.replace(/\/+$/, '');
  return bare(one) === bare(other);
}
