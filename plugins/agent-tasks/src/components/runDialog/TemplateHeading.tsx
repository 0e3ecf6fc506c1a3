import type { Template } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { RiArrowLeftLine } from '@remixicon/react';
import { agentTasksTranslationRef } from '../../translations';
import { TemplateMarks } from './TemplateMarks';
import { useFocusOnArrival } from './useFocusOnArrival';

/** Which template is being filled in, and the way back to the others. */
export function TemplateHeading(props: {
  template: Template;
  onChooseAnother: () => void;
}) {
  const { template, onChooseAnother } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  return (
    <div>
      <Button
        variant="text"
        startIcon={<RiArrowLeftLine size={16} aria-hidden />}
        onClick={onChooseAnother}
        sx={{ ml: -1, mb: 0.5, px: 1, minHeight: 28 }}
      >
        {t('run.change')}
      </Button>
      <Typography
        component="h3"
        ref={heading}
        tabIndex={-1}
        sx={{
          outline: 'none',
          fontSize: 'var(--bui-font-size-4)',
          fontWeight: 600,
          overflowWrap: 'anywhere',
        }}
      >
        <bdi>{template.title}</bdi>
      </Typography>
      {template.description && (
        <Typography
          variant="body2"
          sx={{ color: 'var(--bui-fg-secondary)', overflowWrap: 'anywhere' }}
        >
          <bdi>{template.description}</bdi>
        </Typography>
      )}
      <Box sx={{ mt: 0.5 }}>
        <TemplateMarks template={template} />
      </Box>
    </div>
  );
}
