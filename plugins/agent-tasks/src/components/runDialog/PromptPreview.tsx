import type { TaskPreview } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { innerFocusRing } from '../../theme/focusRing';
import { agentTasksTranslationRef } from '../../translations';
import { MarkedPrompt } from '../text/MarkedPrompt';
import { PolicyTrace } from './PolicyTrace';

/** The prompt as it would be sent, as text and nothing else, and how the policy decided. */
export function PromptPreview(props: {
  preview: TaskPreview | undefined;
  /** What was filled in; marked where it stands in the prompt. */
  values: unknown;
  isLoading: boolean;
}) {
  const { preview, values, isLoading } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const heading = useId();
  return (
    <Box
      sx={{
        display: 'flex',
        flexDirection: 'column',
        gap: 1.5,
        minWidth: 0,
        minHeight: 0,
      }}
    >
      <Typography
        component="h3"
        id={heading}
        sx={{ fontSize: 'var(--bui-font-size-3)', fontWeight: 600 }}
      >
        {t('run.preview')}
      </Typography>
      {isLoading ? (
        <Skeleton variant="rounded" sx={{ flex: 1, minHeight: 240 }} />
      ) : (
        <Box
          component="pre"
          // It scrolls, so the keyboard has to reach it.
          tabIndex={0}
          aria-labelledby={heading}
          role="region"
          sx={{
            flex: 1,
            minHeight: 160,
            maxHeight: { xs: 400, md: 'none' },
            m: 0,
            p: 1.5,
            overflow: 'auto',
            whiteSpace: 'pre-wrap',
            // Between words, and only what is longer than a line within one.
            overflowWrap: 'break-word',
            unicodeBidi: 'plaintext',
            fontFamily: 'var(--bui-font-monospace)',
            fontSize: 'var(--bui-font-size-2)',
            lineHeight: 1.6,
            color: preview?.prompt
              ? 'var(--bui-fg-primary)'
              : 'var(--bui-fg-secondary)',
            backgroundColor: 'var(--bui-bg-neutral-1)',
            border: '1px solid var(--bui-border-1)',
            borderRadius: 'var(--bui-radius-2)',
            '&:focus-visible': innerFocusRing,
          }}
        >
          {preview?.prompt ? (
            <MarkedPrompt prompt={preview.prompt} values={values} />
          ) : (
            t('run.promptWaits')
          )}
        </Box>
      )}
      {preview && preview.policy.trace.length > 0 && (
        <PolicyTrace policy={preview.policy} />
      )}
    </Box>
  );
}
