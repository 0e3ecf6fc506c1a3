import type { Template } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { RiFileList3Line } from '@remixicon/react';
import { ReactNode } from 'react';
import { focusRing } from '../../theme/focusRing';
import { agentTasksTranslationRef } from '../../translations';
import { EmptyFace } from '../faces/EmptyFace';
import { TemplateMarks } from './TemplateMarks';
import { useFocusOnArrival } from './useFocusOnArrival';

const cardLook = {
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'flex-start',
  justifyContent: 'flex-start',
  gap: 0.5,
  flex: 1,
  minWidth: 0,
  p: 2,
  textAlign: 'start',
  fontFamily: 'inherit',
  overflowWrap: 'anywhere',
  borderRadius: 'var(--bui-radius-3)',
} as const;

/** Every template: those that fit to press, the others with why not. */
export function TemplateChoice(props: {
  templates: readonly Template[];
  /** What a link named, and nobody found. */
  unknown: string | undefined;
  onChoose: (template: Template) => void;
}) {
  const { templates, unknown, onChoose } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const fitting = templates.filter(({ fits }) => fits);
  const first = useFocusOnArrival<HTMLButtonElement>();
  const others = templates.filter(({ fits }) => !fits);
  if (templates.length === 0) {
    return (
      <EmptyFace
        Icon={RiFileList3Line}
        title={t('run.noTemplates')}
        hint={t('run.noTemplatesHint')}
      />
    );
  }
  return (
    <Box
      sx={{
        display: 'flex',
        flexDirection: 'column',
        gap: 2,
        overflow: 'auto',
        px: { xs: 2, md: 3 },
        py: 2,
      }}
    >
      {unknown && (
        <Alert severity="warning" sx={{ overflowWrap: 'anywhere' }}>
          {t('run.unknownTemplate', { template: unknown })}
        </Alert>
      )}
      <Heading>{t('run.chooseTitle')}</Heading>
      {fitting.length === 0 && (
        <Typography variant="body2">{t('run.noneFits')}</Typography>
      )}
      <Cards>
        {fitting.map((template, index) => (
          <Box component="li" key={template.ref} sx={{ display: 'flex' }}>
            <ButtonBase
              ref={index === 0 ? first : undefined}
              onClick={() => onChoose(template)}
              sx={{
                ...cardLook,
                backgroundColor: 'var(--bui-bg-neutral-1)',
                '&:hover': { boxShadow: 'inset 0 0 0 1px var(--bui-border-2)' },
                '&.Mui-focusVisible': focusRing,
              }}
            >
              <TemplateText template={template} />
            </ButtonBase>
          </Box>
        ))}
      </Cards>
      {others.length > 0 && (
        <>
          <Heading>{t('run.notFitting')}</Heading>
          <Cards>
            {others.map(template => (
              <Box
                component="li"
                key={template.ref}
                sx={{
                  ...cardLook,
                  border: '1px solid var(--bui-border-1)',
                  color: 'var(--bui-fg-secondary)',
                }}
              >
                <TemplateText template={template} />
                {template.reasons.map(reason => (
                  <Typography
                    key={reason}
                    variant="body2"
                    sx={{ color: 'var(--bui-fg-primary)' }}
                  >
                    {reason}
                  </Typography>
                ))}
              </Box>
            ))}
          </Cards>
        </>
      )}
    </Box>
  );
}

function TemplateText({ template }: { template: Template }) {
  return (
    <>
      <Typography component="span" sx={{ fontWeight: 600 }}>
        <bdi>{template.title}</bdi>
      </Typography>
      {template.description && (
        <Typography
          component="span"
          variant="body2"
          sx={{ color: 'var(--bui-fg-secondary)' }}
        >
          <bdi>{template.description}</bdi>
        </Typography>
      )}
      <TemplateMarks template={template} />
    </>
  );
}

function Heading(props: { children: string }) {
  return (
    <Typography
      component="h3"
      sx={{ fontSize: 'var(--bui-font-size-4)', fontWeight: 600 }}
    >
      {props.children}
    </Typography>
  );
}

function Cards(props: { children: ReactNode }) {
  return (
    <Box
      component="ul"
      sx={{
        m: 0,
        p: 0,
        listStyle: 'none',
        display: 'grid',
        gap: 2,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '1fr 1fr' },
      }}
    >
      {props.children}
    </Box>
  );
}
