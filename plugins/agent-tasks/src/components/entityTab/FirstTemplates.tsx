import type { Template } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { RiRobot2Line } from '@remixicon/react';
import { useTemplates } from '../../hooks/running/useTemplates';
import { agentTasksTranslationRef } from '../../translations';
import { creditsText } from '../../words/credits';
import { visibleText } from '../../words/visibleText';
import { EmptyFace } from '../faces/EmptyFace';
import { ErrorFace } from '../faces/ErrorFace';
import { LoadingRows } from '../faces/LoadingRows';

const SHOWN = 3;

/** Nothing was asked yet: what could be asked first. */
export function FirstTemplates(props: {
  entityRef: string;
  onChoose: (template: string) => void;
}) {
  const { entityRef, onChoose } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const { data, error, refetch } = useTemplates(entityRef);
  if (error && !data) return <ErrorFace error={error} onRetry={refetch} />;
  if (!data) return <LoadingRows rows={1} height={160} />;
  const fitting = data.items.filter(({ fits }) => fits);
  if (fitting.length === 0) {
    return (
      <Paper>
        <EmptyFace
          Icon={RiRobot2Line}
          title={t('entity.nothingFitsTitle')}
          hint={t(
            data.items.length === 0
              ? 'entity.noTemplatesHint'
              : 'entity.nothingFitsHint',
          )}
        />
      </Paper>
    );
  }
  return (
    <>
      <div>
        <Typography
          component="h3"
          sx={{ fontSize: 'var(--bui-font-size-4)', fontWeight: 600 }}
        >
          {t('entity.emptyTitle')}
        </Typography>
        <Typography variant="body2" sx={{ color: 'var(--bui-fg-secondary)' }}>
          {t('entity.emptyHint')}
        </Typography>
      </div>
      <Box
        component="ul"
        sx={{
          m: 0,
          p: 0,
          listStyle: 'none',
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(3, 1fr)' },
        }}
      >
        {fitting.slice(0, SHOWN).map(template => (
          <TemplateCard
            key={template.ref}
            template={template}
            onChoose={() => onChoose(template.ref)}
          />
        ))}
      </Box>
    </>
  );
}

function TemplateCard(props: { template: Template; onChoose: () => void }) {
  const { template, onChoose } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const title = visibleText(template.title);
  const { credits, minutes } = template.estimate ?? {};
  const estimate = [
    typeof credits === 'number' &&
      t('entity.aboutCredits', { credits: creditsText(credits) }),
    typeof minutes === 'number' &&
      t('entity.aboutMinutes', { minutes: String(minutes) }),
  ].filter(Boolean);
  return (
    <Paper
      component="li"
      sx={{
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'flex-start',
        gap: 1,
        minWidth: 0,
        p: 2,
        overflowWrap: 'anywhere',
      }}
    >
      <Typography component="h4" sx={{ fontWeight: 600, maxWidth: '100%' }}>
        <bdi>{title}</bdi>
      </Typography>
      <Typography variant="body2" sx={{ flex: 1, maxWidth: '100%' }}>
        <bdi>{visibleText(template.description ?? '')}</bdi>
      </Typography>
      <Typography variant="body2" sx={{ color: 'var(--bui-fg-secondary)' }}>
        {estimate.join(', ')}
      </Typography>
      <Button
        variant="outlined"
        aria-label={`${t('entity.choose')}: ${title}`}
        onClick={onChoose}
      >
        {t('entity.choose')}
      </Button>
    </Paper>
  );
}
