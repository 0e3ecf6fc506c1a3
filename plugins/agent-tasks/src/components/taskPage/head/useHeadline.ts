import type { TaskListItem } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { agentTasksTranslationRef } from '../../../translations';
import { taskMessages } from '../../../translations/task';
import { shortDuration } from '../../../words/ages';
import { useNow } from '../../text/Age';
import { usePrincipalName } from '../../text/PrincipalName';
import { headlineOf, PrimaryAction } from '../../../words/headline';
import { pullRequestsOf } from '../../../words/primaryAction';

type OutcomeReason = keyof typeof taskMessages.outcomeReason;

/** The sentence on top of the page, with whom it waits for and since when. */
export function useHeadline(task: TaskListItem): {
  sentence: string;
  action: PrimaryAction;
} {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const now = useNow();
  const who = usePrincipalName(task.assignee ?? task.routedTo[0] ?? null);
  const { key, action } = headlineOf(task);
  const pull = pullRequestsOf(task.artifacts).at(-1);
  const pullWord =
    pull?.draft && pull.state === 'open' ? 'draft' : 'pullRequest';
  const plain = t(`task.headline.${key}`, {
    pull: pull
      ? t(`task.headline.${pullWord}`, { number: String(pull.number) })
      : t('task.headline.noPullRequest'),
    base: task.baseRef,
    why: task.held ? t(`held.${task.held.reason}`) : '',
    position: String(task.queue?.position ?? ''),
    reason: t(`task.outcomeReason.${outcomeReasonOf(task)}`),
    failure: t(`failure.${task.failure?.class ?? 'unknown'}`),
    // Of the frames below; no sentence has a place for them.
    sentence: '',
    who: '',
    age: '',
    number: '',
  });
  const isWithNobody = key === 'stopping' || task.attention === null;
  if (isWithNobody || task.attentionSince === null) {
    return { sentence: plain, action };
  }
  const age = shortDuration(
    Math.max(0, now - new Date(task.attentionSince).getTime()),
  );
  const sentence = who
    ? t('task.headline.withFor', { sentence: plain, who, age })
    : t('task.headline.since', { sentence: plain, age });
  return { sentence, action };
}

function outcomeReasonOf({ outcomeReason }: TaskListItem): OutcomeReason {
  const known = Object.keys(taskMessages.outcomeReason) as OutcomeReason[];
  return known.find(reason => reason === outcomeReason) ?? 'unknown';
}
