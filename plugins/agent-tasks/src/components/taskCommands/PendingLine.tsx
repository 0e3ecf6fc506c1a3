import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { RiArrowGoBackLine } from '@remixicon/react';
import { useEffect, useRef } from 'react';
import { agentTasksTranslationRef } from '../../translations';

/** What will be done in a moment, and the button that takes it back. */
export function PendingLine(props: {
  label: string;
  hint: string;
  onUndo: () => void;
}) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const undo = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone: who works by keyboard goes on from its successor.
  useEffect(() => undo.current?.focus(), []);
  return (
    <Box
      sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}
    >
      <Typography variant="body2" role="status" sx={{ fontWeight: 600 }}>
        {props.label}{' '}
        <Box
          component="span"
          sx={{ fontWeight: 400, color: 'var(--bui-fg-secondary)' }}
        >
          {props.hint}
        </Box>
      </Typography>
      <Button
        ref={undo}
        variant="outlined"
        startIcon={<RiArrowGoBackLine size={16} aria-hidden />}
        onClick={props.onUndo}
      >
        {t('common.undo')}
      </Button>
    </Box>
  );
}
