import type { TaskListItem } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@mui/material/Typography';
import { useReviewCapacity } from '../../hooks/running/useReviewCapacity';
import { agentTasksTranslationRef } from '../../translations';

/** Open pull requests of agents on this service, and how many its owner can still review. */
export function ReviewLoad(props: { tasks: readonly TaskListItem[] }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const { capacity } = useReviewCapacity();
  const open = props.tasks
    .flatMap(task => task.artifacts)
    .filter(
      artifact => artifact.type === 'pull_request' && artifact.state === 'open',
    ).length;
  const parts = [
    open === 0
      ? t('entity.noPullRequests')
      : t('entity.openPullRequests', { count: open }),
    capacity &&
      t('entity.slots', {
        used: String(capacity.used),
        limit: String(capacity.limit),
      }),
    capacity &&
      capacity.external > 0 &&
      t('entity.slotsExternal', { count: capacity.external }),
  ].filter(Boolean);
  return (
    <Typography variant="body2" sx={{ mb: 1, fontWeight: 600 }}>
      {parts.join(' · ')}
    </Typography>
  );
}
