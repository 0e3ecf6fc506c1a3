import type { Template } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import IconButton from '@mui/material/IconButton';
import { Theme } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { RiCloseLine } from '@remixicon/react';
import { useId } from 'react';
import { RunAddress } from '../../hooks/running/useRunAddress';
import { useTemplates } from '../../hooks/running/useTemplates';
import { agentTasksTranslationRef } from '../../translations';
import { ErrorFace } from '../faces/ErrorFace';
import { LoadingRows } from '../faces/LoadingRows';
import { RunSheet } from './RunSheet';
import { TemplateChoice } from './TemplateChoice';

/**
 * A person comes to have an agent do something to this service, and wants to know first what it is
 * told, who answers for it and what it costs. The eye meets the form, and over the button one
 * sentence that says what pressing it does.
 */
export function RunDialog(props: {
  entityRef: string;
  address: RunAddress;
  /** The dialog is gone; focus has to go somewhere. */
  onClosed: () => void;
}) {
  const { entityRef, address, onClosed } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const title = useId();
  const isNarrow = useMediaQuery((theme: Theme) =>
    theme.breakpoints.down('md'),
  );
  return (
    <Dialog
      open={address.isOpen}
      onClose={address.close}
      TransitionProps={{ onExited: onClosed }}
      aria-labelledby={title}
      fullScreen={isNarrow}
      fullWidth
      maxWidth="lg"
      PaperProps={isNarrow ? {} : { sx: { height: 'min(860px, 100%)' } }}
    >
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 2,
          px: { xs: 2, md: 3 },
          py: 1.5,
          borderBottom: '1px solid var(--bui-border-1)',
        }}
      >
        <Typography
          component="h2"
          id={title}
          sx={{
            flex: 1,
            minWidth: 0,
            fontSize: 'var(--bui-font-size-5)',
            fontWeight: 600,
            overflowWrap: 'anywhere',
          }}
        >
          {t('run.title')}{' '}
          <Box
            component="span"
            sx={{
              display: 'inline-block',
              fontWeight: 400,
              color: 'var(--bui-fg-secondary)',
            }}
          >
            {t('run.on', {
              entity: (
                <EntityDisplayName
                  entityRef={entityRef}
                  hideIcon
                  disableTooltip
                />
              ),
            })}
          </Box>
        </Typography>
        <IconButton aria-label={t('common.close')} onClick={address.close}>
          <RiCloseLine size={20} aria-hidden />
        </IconButton>
      </Box>
      <Content entityRef={entityRef} address={address} />
    </Dialog>
  );
}

function Content(props: { entityRef: string; address: RunAddress }) {
  const { entityRef, address } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const { data, error, refetch } = useTemplates(entityRef);
  if (!data) {
    return (
      <Box sx={{ p: 3 }}>
        {error ? (
          <ErrorFace
            title={t('run.templatesFailed')}
            error={error}
            onRetry={refetch}
          />
        ) : (
          <LoadingRows height={96} />
        )}
      </Box>
    );
  }
  const named = templateOf(data.items, address.template);
  return named?.fits ? (
    <RunSheet
      key={named.ref}
      entityRef={entityRef}
      template={named}
      onChooseAnother={() => address.choose(undefined)}
      onClose={address.close}
    />
  ) : (
    <TemplateChoice
      templates={data.items}
      unknown={named ? undefined : address.template}
      onChoose={({ ref }) => address.choose(ref)}
    />
  );
}

/** By ref, or by the name alone. */
function templateOf(templates: readonly Template[], named: string | undefined) {
  const wanted = named?.toLowerCase();
  return (
    templates.find(({ ref }) => ref === wanted) ??
    templates.find(({ ref }) => ref.split('/').pop() === wanted)
  );
}
