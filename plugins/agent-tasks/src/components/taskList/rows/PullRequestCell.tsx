import type { TaskListItem } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import { agentTasksTranslationRef } from '../../../translations';
import { ProviderLink } from '../../text/ProviderLink';
import { oneLine } from './columns';

/** The newest pull request, and how it stands. */
export function PullRequestCell({ task }: { task: TaskListItem }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const pulls = task.artifacts.flatMap(artifact =>
    artifact.type === 'pull_request' ? [artifact] : [],
  );
  const pull = pulls[pulls.length - 1];
  if (!pull) return <>–</>;
  const isDraft = pull.draft && pull.state === 'open';
  return (
    <>
      <ProviderLink url={pull.url} host={task.repository.host}>
        #{pull.number}
      </ProviderLink>
      <Box
        component="span"
        sx={{
          ...oneLine,
          fontSize: 'var(--bui-font-size-2)',
          color: 'var(--bui-fg-secondary)',
        }}
      >
        {t(`list.pull.${isDraft ? 'draft' : pull.state}`)}
      </Box>
    </>
  );
}
