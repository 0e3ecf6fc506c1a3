import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Dialog from '@mui/material/Dialog';
import { ReactNode } from 'react';
import { agentTasksTranslationRef } from '../../translations';

/** The peek where there is no room beside the list. The page's keys work in it. */
export function PeekSheet(props: { onClose: () => void; children: ReactNode }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  return (
    <Dialog
      open
      fullScreen
      data-page-keys
      onClose={props.onClose}
      PaperProps={{ 'aria-label': t('inbox.peek') }}
    >
      {props.children}
    </Dialog>
  );
}
