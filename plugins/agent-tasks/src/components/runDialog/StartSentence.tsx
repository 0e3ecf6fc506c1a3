import type { TaskPreview } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { Fragment, ReactNode } from 'react';
import { agentTasksTranslationRef } from '../../translations';
import { shortDuration } from '../../words/ages';
import { creditsText } from '../../words/credits';

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
  const { preview, reviewers } = props;
  // What the policy settled, where it has; else what is asked for.
  const createPullRequest =
    preview.createPullRequest ?? props.createPullRequest;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const { identity, estimate } = preview;
  const login = identity && (identity.login ?? identity.id);
  const parts: ReactNode[] = [
    <>
      <StartWords preview={preview} />
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
        who: <Names refs={reviewers} type="conjunction" />,
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

/** When it starts, or what comes first. */
function StartWords({ preview }: { preview: TaskPreview }) {
  const { policy, queue, approvers = [] } = preview;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  if (policy.result === 'ask') {
    const isNamed = policy.id !== null && policy.version !== null;
    const name = isNamed ? `${policy.id} v${policy.version}` : '';
    if (approvers.length > 0 && isNamed) {
      const who = <Names refs={approvers} type="disjunction" />;
      return <>{t('run.askOf', { who, policy: name })}</>;
    }
    return (
      <>{isNamed ? t('run.ask', { policy: name }) : t('run.askUnnamed')}</>
    );
  }
  if (queue?.held) {
    return <>{t('run.held', { reason: t(`held.${queue.held.reason}`) })}</>;
  }
  if (queue?.startsInSeconds === undefined) return <>{t('run.later')}</>;
  if (queue.startsInSeconds === 0) return <>{t('run.now')}</>;
  const time = shortDuration(queue.startsInSeconds * SECOND_MS);
  return <>{t('run.soon', { time })}</>;
}

/** More would hide what the sentence says. */
const MOST_NAMES = 3;

/** People and groups as the catalog calls them; of many, the first and how many more. */
function Names(props: { refs: readonly string[]; type: Intl.ListFormatType }) {
  const { refs, type } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const more = refs.length - MOST_NAMES;
  const names = [
    ...refs
      .slice(0, MOST_NAMES)
      .map(ref => (
        <EntityDisplayName entityRef={ref} hideIcon disableTooltip />
      )),
    ...(more > 0 ? [t('run.others', { count: more })] : []),
  ];
  const list = new Intl.ListFormat(undefined, { type });
  return (
    <>
      {list
        .formatToParts(names.map((_, at) => String(at)))
        .map((part, index) => (
          <Fragment key={index}>
            {part.type === 'element' ? names[Number(part.value)] : part.value}
          </Fragment>
        ))}
    </>
  );
}
