import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import { agentTasksTranslationRef } from '../../../translations';

/** A row that is on its way, or could not come. */
export function MoreRows(props: { isFailed: boolean; onRetry(): void }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  return (
    <Box
      role="cell"
      sx={{ display: 'flex', alignItems: 'center', gap: 2, px: 2, height: 56 }}
    >
      {props.isFailed ? (
        <>
          {t('list.moreFailed')}
          <Button variant="outlined" onClick={props.onRetry}>
            {t('face.retry')}
          </Button>
        </>
      ) : (
        <Skeleton variant="rounded" width="100%" height={24} />
      )}
    </Box>
  );
}
