import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useStored } from '../client/useStored';

/**
 * Whose waiting tasks are shown, as the API divides them: `mine` is what I took, or what needs me
 * because I asked for it; `team` is what waits for my groups and nobody else took.
 */
export type InboxView = 'mine' | 'team';

export const INBOX_VIEWS = ['team', 'mine'] as const satisfies InboxView[];

const PARAMETER = 'scope';

/** The view as the address has it, else as it was chosen last. */
export function useInboxView(): [InboxView, (view: InboxView) => void] {
  const [parameters, setParameters] = useSearchParams();
  const [remembered, remember] = useStored('inbox-view', isView, 'team');
  const asked = parameters.get(PARAMETER);
  const choose = useCallback(
    (view: InboxView) => {
      remember(view);
      setParameters(before => {
        const after = new URLSearchParams(before);
        after.set(PARAMETER, view);
        return after;
      });
    },
    [remember, setParameters],
  );
  return [isView(asked) ? asked : remembered, choose];
}

function isView(value: unknown): value is InboxView {
  return INBOX_VIEWS.some(view => view === value);
}
