import type { Task } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import { RiGitPullRequestLine } from '@remixicon/react';
import { useTaskRecord } from '../../../../hooks/tasks/useTaskRecord';
import { agentTasksTranslationRef } from '../../../../translations';
import { visibleText } from '../../../../words/visibleText';
import { EmptyFace } from '../../../faces/EmptyFace';
import { ErrorFace } from '../../../faces/ErrorFace';
import { LoadingRows } from '../../../faces/LoadingRows';
import { FactList } from '../../../text/FactList';
import { ProviderLink } from '../../../text/ProviderLink';
import { Piece } from '../Piece';
import { ClaimedPart } from './ClaimedPart';
import { ObservedPart } from './ObservedPart';
import { PullRequestPiece } from './PullRequestPiece';

/** What the agent made: what was seen of it, and kept apart from that, what it says itself. */
export function ChangesTab({ task }: { task: Task }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const record = useTaskRecord(task.id, task.revision);
  if (task.artifacts.length === 0) {
    return (
      <EmptyFace
        Icon={RiGitPullRequestLine}
        title={t('task.changes.empty')}
        hint={t('task.changes.emptyHint')}
      />
    );
  }
  const { host } = task.repository;
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
      {task.artifacts.map(artifact =>
        artifact.type === 'pull_request' ? (
          <PullRequestPiece
            key={`#${artifact.number}`}
            pull={artifact}
            host={host}
          />
        ) : (
          <Piece key={artifact.headRef} title={t('task.changes.branch')}>
            <FactList
              facts={[
                {
                  name: t('task.changes.head'),
                  value: (
                    <ProviderLink url={artifact.url} host={host}>
                      {visibleText(artifact.headRef)}
                    </ProviderLink>
                  ),
                },
              ]}
            />
          </Piece>
        ),
      )}
      {record.error && !record.data && (
        <ErrorFace error={record.error} onRetry={() => record.refetch()} />
      )}
      {record.isPending && <LoadingRows rows={2} />}
      {record.data && (
        <>
          <ObservedPart
            observed={record.data.evidence.observed}
            artifacts={task.artifacts}
          />
          <ClaimedPart claimed={record.data.evidence.claimed} task={task} />
        </>
      )}
    </Box>
  );
}
