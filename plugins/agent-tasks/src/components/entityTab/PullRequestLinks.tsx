import type { TaskListItem } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import { agentTasksTranslationRef } from '../../translations';
import { ProviderLink } from '../text/ProviderLink';

type PullRequest = Extract<
  TaskListItem['artifacts'][number],
  { type: 'pull_request' }
>;

/** The pull requests of a task, each with how far it is. */
export function PullRequestLinks({ task }: { task: TaskListItem }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const words = ({ number, state, draft }: PullRequest) => {
    const options = { number: String(number) };
    if (state === 'merged') return t('entity.pullRequestMerged', options);
    if (state === 'closed') return t('entity.pullRequestClosed', options);
    return draft
      ? t('entity.pullRequestDraft', options)
      : t('entity.pullRequestOpen', options);
  };
  return (
    <>
      {task.artifacts.map(
        artifact =>
          artifact.type === 'pull_request' && (
            <Box key={artifact.number}>
              <ProviderLink url={artifact.url} host={task.repository.host}>
                {words(artifact)}
              </ProviderLink>
            </Box>
          ),
      )}
    </>
  );
}
