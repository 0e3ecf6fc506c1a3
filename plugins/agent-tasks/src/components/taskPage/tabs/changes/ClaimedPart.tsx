import type {
  ClaimedEvidence,
  Task,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@mui/material/Typography';
import { agentTasksTranslationRef } from '../../../../translations';
import { FactList } from '../../../text/FactList';
import { Piece } from '../Piece';
import { TextList } from './TextList';

const LISTS = ['commands', 'tests', 'hosts', 'leftOut', 'gaps'] as const;

/** What the agent says of its own work: text, never taken for a fact. */
export function ClaimedPart(props: {
  claimed: ClaimedEvidence | null;
  task: Task;
}) {
  const { claimed, task } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  return (
    <Piece title={t('task.changes.claimed')}>
      {claimed === null ? (
        <Typography variant="body2">
          {t(`task.changes.claimed_${absence(task)}`)}
        </Typography>
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

/** Why there is no report: it was missed where one was asked for, it may yet come, or nobody knows. */
function absence(task: Task): 'missing' | 'expected' | 'none' {
  if (task.flags.includes('report_missing')) return 'missing';
  return task.status === 'working' || task.status === 'needs_you'
    ? 'expected'
    : 'none';
}
