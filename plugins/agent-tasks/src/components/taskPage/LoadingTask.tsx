import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { agentTasksTranslationRef } from '../../translations';
import { PageRoom } from './PageRoom';
import { TaskColumns } from './TaskColumns';

const HEAD = 136;
const RAIL = 92;
const TABS = 320;
const FACTS = 480;

/** A task on its way, in the shape that it will have. */
export function LoadingTask() {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  return (
    <PageRoom>
      <Box role="status" aria-label={t('face.loading')}>
        <TaskColumns
          main={[HEAD, RAIL, TABS].map(height => (
            <Skeleton key={height} variant="rounded" height={height} />
          ))}
          side={<Skeleton variant="rounded" height={FACTS} />}
        />
      </Box>
    </PageRoom>
  );
}
