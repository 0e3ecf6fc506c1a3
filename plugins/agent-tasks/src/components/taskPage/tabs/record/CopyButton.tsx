import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { RiFileCopyLine } from '@remixicon/react';
import { useState } from 'react';
import { agentTasksTranslationRef } from '../../../../translations';

/** Copies a text, and says whether the browser let it. */
export function CopyButton(props: { label: string; text: string }) {
  const { label, text } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const [told, setTold] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setTold(t('task.record.copied'));
    } catch {
      setTold(t('task.record.copyFailed'));
    }
  };
  return (
    <Box sx={{ display: 'inline-flex', alignItems: 'center', gap: 1 }}>
      <Button
        variant="outlined"
        startIcon={<RiFileCopyLine size={16} aria-hidden />}
        onClick={copy}
      >
        {label}
      </Button>
      <Typography variant="body2" role="status">
        {told}
      </Typography>
    </Box>
  );
}
