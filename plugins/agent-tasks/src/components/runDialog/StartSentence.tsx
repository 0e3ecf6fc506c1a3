import type { TaskPreview } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { Fragment, ReactNode } from 'react';
import { agentTasksTranslationRef } from '../../translations';
import { shortDuration } from '../../words/ages';
import { creditsText } from '../../words/credits';
import { Translate } from './form/ruleWords';

const SECOND_MS = 1000;

/**
 * What the button will do, in one sentence: "Starts now as acme-agent, about 120 credits, draft
 * pull request, reviewed by payments".
 */
export function StartSentence(props: {
  preview: TaskPreview;
  createPullRequest: boolean | undefined;
  /** Refs of those who review. */
  reviewers: readonly string[];
}) {
  const { preview, createPullRequest, reviewers } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const { identity, estimate } = preview;
  const login = identity && (identity.login ?? identity.id);
  const parts: ReactNode[] = [
    <>
      {startWords(preview, t)}
      {login && <> {t('run.as', { login: <bdi>{login}</bdi> })}</>}
    </>,
  ];
  if (estimate?.credits !== null && estimate?.credits !== undefined) {
    parts.push(t('run.credits', { credits: creditsText(estimate.credits) }));
  }
  if (createPullRequest !== undefined) {
    parts.push(t(createPullRequest ? 'run.draft' : 'run.branch'));
  }
  if (createPullRequest && reviewers.length > 0) {
    parts.push(
      t('run.reviewed', {
        who: (
          <>
            {reviewers.map((ref, index) => (
              <Fragment key={ref}>
                {index > 0 && ', '}
                <EntityDisplayName entityRef={ref} hideIcon disableTooltip />
              </Fragment>
            ))}
          </>
        ),
      }),
    );
  }
  return (
    <>
      {parts.map((part, index) => (
        <Fragment key={index}>
          {index > 0 && ', '}
          {part}
        </Fragment>
      ))}
    </>
  );
}

function startWords({ policy, queue }: TaskPreview, t: Translate): string {
  if (policy.result === 'ask') {
    return policy.id && policy.version !== null
      ? t('run.ask', { policy: `${policy.id} v${policy.version}` })
      : t('run.askUnnamed');
  }
  if (queue?.held) {
    return t('run.held', { reason: t(`held.${queue.held.reason}`) });
  }
  if (queue?.startsInSeconds === undefined) return t('run.later');
  return queue.startsInSeconds === 0
    ? t('run.now')
    : t('run.soon', {
        time: shortDuration(queue.startsInSeconds * SECOND_MS),
      });
}
