import type { Template } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import { RiFlaskLine, RiShieldCrossLine } from '@remixicon/react';
import { agentTasksTranslationRef } from '../../translations';
import { creditsText } from '../../words/credits';
import { Word } from '../status/Word';

/** What to know of a template before using it: version, cost, time, and what speaks against it. */
export function TemplateMarks(props: { template: Template }) {
  const { version, estimate, trusted, lifecycle } = props.template;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const facts = [
    t('run.version', { version }),
    typeof estimate?.credits === 'number' &&
      t('run.credits', { credits: creditsText(estimate.credits) }),
    typeof estimate?.minutes === 'number' &&
      t('entity.aboutMinutes', { minutes: String(estimate.minutes) }),
  ].filter(Boolean);
  return (
    <Box
      component="span"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1,
        fontSize: 'var(--bui-font-size-2)',
        color: 'var(--bui-fg-secondary)',
      }}
    >
      <span>{facts.join(' · ')}</span>
      {!trusted && (
        <span title={t('run.untrustedHint')}>
          <Word Icon={RiShieldCrossLine} tone="warning">
            {t('run.untrusted')}
          </Word>
        </span>
      )}
      {lifecycle === 'experimental' && (
        <Word Icon={RiFlaskLine} tone="quiet">
          {t('run.experimental')}
        </Word>
      )}
    </Box>
  );
}
