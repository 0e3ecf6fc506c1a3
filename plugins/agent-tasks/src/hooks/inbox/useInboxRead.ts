import { AgentTasksResponseError } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useCallback, useMemo } from 'react';
import { mergeInboxes, WaitingRows } from './inboxRows';
import { useInbox } from './useInbox';
import { InboxView } from './useInboxView';

const FORBIDDEN = [401, 403];

export interface InboxRead {
  /** undefined until everything that belongs to the view is known, or can no longer be. */
  waiting: WaitingRows | undefined;
  /** Why it is not known, or no longer read. */
  error: Error | null;
  /** What is known may not be shown any more. */
  isDenied: boolean;
  /** Milliseconds since the epoch: when the oldest part was read; 0 where one never was. */
  readAt: number;
  readAgain(): void;
}

/**
 * What waits in a view. `mine` is what I took or asked for; `team` is that and what waits for my
 * groups: a failure of mine in another team's service belongs to no group of mine, and most people
 * would never look for it. The part that both views share is read once, so that a change of view
 * asks for one list at most.
 */
export function useInboxRead(view: InboxView): InboxRead {
  const isTeam = view === 'team';
  const mine = useInbox({ scope: 'mine' });
  const team = useInbox({ scope: 'team' }, { isOn: isTeam });
  const error = mine.error ?? (isTeam ? team.error : null);
  const isKnown =
    (mine.data || mine.isError) && (!isTeam || team.data || team.isError);
  const waiting = useMemo(() => {
    const parts = [isTeam ? team.data : undefined, mine.data];
    const known = parts.flatMap(part => part ?? []);
    return isKnown && known.length > 0 ? mergeInboxes(known) : undefined;
  }, [isKnown, isTeam, team.data, mine.data]);
  const readMine = mine.refetch;
  const readTeam = team.refetch;
  const readAgain = useCallback(() => {
    readMine();
    if (isTeam) readTeam();
  }, [readMine, readTeam, isTeam]);
  return {
    waiting,
    error,
    isDenied:
      error instanceof AgentTasksResponseError &&
      FORBIDDEN.includes(error.statusCode),
    readAt: isTeam
      ? Math.min(mine.dataUpdatedAt, team.dataUpdatedAt)
      : mine.dataUpdatedAt,
    readAgain,
  };
}
