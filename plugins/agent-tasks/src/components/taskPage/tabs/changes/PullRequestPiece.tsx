import type { TaskArtifact } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { agentTasksTranslationRef } from '../../../../translations';
import { visibleText } from '../../../../words/visibleText';
import { FactList } from '../../../text/FactList';
import { ProviderLink } from '../../../text/ProviderLink';
import { Piece } from '../Piece';
import { TextList } from './TextList';

type PullRequest = Extract<TaskArtifact, { type: 'pull_request' }>;

/** One pull request, as it was last read. */
export function PullRequestPiece(props: { pull: PullRequest; host: string }) {
  const { pull, host } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const state = pull.state === 'open' && pull.draft ? 'draft' : pull.state;
  const mergeable = mergeableWord(pull.mergeable);
  return (
    <Piece
      title={
        <ProviderLink url={pull.url} host={host}>
          {t('task.changes.pull', { number: String(pull.number) })}
        </ProviderLink>
      }
    >
      <FactList
        facts={[
          { name: t('task.changes.state'), value: t(`task.changes.${state}`) },
          { name: t('task.changes.head'), value: visibleText(pull.headRef) },
          {
            name: t('task.changes.checks'),
            value: t(`task.changes.checks_${pull.checks}`),
          },
          {
            name: t('task.changes.review'),
            value: t(`task.changes.review_${pull.review}`),
          },
          ...(pull.state === 'open'
            ? [
                {
                  name: t('task.changes.mergeable'),
                  value: t(`task.changes.mergeable_${mergeable}`),
                },
              ]
            : []),
          {
            name: t('task.changes.size'),
            value: t('task.changes.sizeIs', {
              additions: String(pull.additions),
              deletions: String(pull.deletions),
              files: t('task.changes.files', { count: pull.files }),
            }),
          },
          ...(pull.outOfScope.length > 0
            ? [
                {
                  name: t('task.changes.outOfScope'),
                  value: <TextList items={pull.outOfScope} />,
                },
              ]
            : []),
        ]}
      />
    </Piece>
  );
}

function mergeableWord(mergeable: boolean | null): 'yes' | 'no' | 'unknown' {
  if (mergeable === null) return 'unknown';
  return mergeable ? 'yes' : 'no';
}
