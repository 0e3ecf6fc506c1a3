import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { agentTasksTranslationRef } from '../../translations';

/** Rows that are on their way, in the shape they will have. */
export function LoadingRows(props: {
  rows?: number;
  /** Of one row, in pixels. */
  height?: number;
}) {
  const { rows = 5, height = 48 } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  return (
    <Box
      role="status"
      aria-label={t('face.loading')}
      sx={{ display: 'flex', flexDirection: 'column', gap: 1 }}
    >
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} variant="rounded" height={height} />
      ))}
    </Box>
  );
}
