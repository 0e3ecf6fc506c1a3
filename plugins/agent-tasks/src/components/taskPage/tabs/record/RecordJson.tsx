import type { TaskRecord } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { RiDownloadLine } from '@remixicon/react';
import { useState } from 'react';
import { agentTasksTranslationRef } from '../../../../translations';
import { PromptText } from '../../../text/PromptText';
import { CopyButton } from './CopyButton';

/** The record for machines and auditors. Written out only once it is asked for: it can be long. */
export function RecordJson({ record }: { record: TaskRecord }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const [isOpen, setOpen] = useState(false);
  const json = JSON.stringify(record, null, 2);
  return (
    <details onToggle={event => setOpen(event.currentTarget.open)}>
      <Box component="summary" sx={{ cursor: 'pointer', minHeight: 24 }}>
        {t('task.record.json')}
      </Box>
      {isOpen && (
        <Box
          sx={{ display: 'flex', flexDirection: 'column', gap: 1.5, mt: 1.5 }}
        >
          <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
            <CopyButton label={t('task.record.copyJson')} text={json} />
            <Button
              variant="outlined"
              startIcon={<RiDownloadLine size={16} aria-hidden />}
              onClick={() =>
                download(json, `agent-task-${record.task.id}.json`)
              }
            >
              {t('task.record.download')}
            </Button>
          </Box>
          <PromptText label={t('task.record.json')} prompt={json} missing="" />
        </Box>
      )}
    </details>
  );
}

function download(json: string, name: string) {
  const url = URL.createObjectURL(
    new Blob([json], { type: 'application/json' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
