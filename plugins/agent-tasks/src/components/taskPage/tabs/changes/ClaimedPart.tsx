import type { ClaimedEvidence } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@mui/material/Typography';
import { agentTasksTranslationRef } from '../../../../translations';
import { FactList } from '../../../text/FactList';
import { Piece } from '../Piece';
import { TextList } from './TextList';

const LISTS = ['commands', 'tests', 'hosts', 'leftOut', 'gaps'] as const;

/** What the agent says of its own work: text, never taken for a fact. */
export function ClaimedPart({ claimed }: { claimed: ClaimedEvidence | null }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  return (
    <Piece title={t('task.changes.claimed')}>
      {claimed === null ? (
        <Typography variant="body2">{t('task.changes.claimedNone')}</Typography>
      ) : (
        <>
          <Typography variant="body2" sx={{ mb: 1, fontStyle: 'italic' }}>
            {t('task.changes.claimedHint')}
          </Typography>
          <FactList
            facts={[
              ...LISTS.map(list => ({
                name: t(`task.changes.${list}`),
                value:
                  claimed[list].length > 0 ? (
                    <TextList items={claimed[list]} />
                  ) : (
                    t('task.changes.nothing')
                  ),
              })),
              {
                name: t('task.changes.confidence'),
                value: (
                  <TextList
                    items={[claimed.confidence ?? t('task.changes.nothing')]}
                  />
                ),
              },
            ]}
          />
        </>
      )}
    </Piece>
  );
}
