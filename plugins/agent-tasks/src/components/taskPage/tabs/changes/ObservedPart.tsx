import type { ObservedEvidence } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@mui/material/Typography';
import { agentTasksTranslationRef } from '../../../../translations';
import { visibleText } from '../../../../words/visibleText';
import { FactList } from '../../../text/FactList';
import { Piece } from '../Piece';
import { TextList } from './TextList';

/** What was read at the provider: checks and files, one by one. */
export function ObservedPart({ observed }: { observed: ObservedEvidence }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const { checks, files } = observed;
  const pathsOf = (inScope: boolean) =>
    files
      .filter(file => file.inScope === inScope)
      .map(
        ({ path, additions, deletions }) =>
          `${path}  +${additions} −${deletions}`,
      );
  const parts = [
    {
      name: t('task.changes.checks'),
      items: checks.map(
        ({ name, state }) =>
          `${visibleText(name)}: ${t(`task.changes.checks_${state}`)}`,
      ),
    },
    { name: t('task.changes.inScope'), items: pathsOf(true) },
    { name: t('task.changes.outOfScope'), items: pathsOf(false) },
  ].filter(({ items }) => items.length > 0);
  return (
    <Piece title={t('task.changes.observed')}>
      {parts.length === 0 ? (
        <Typography variant="body2">
          {t('task.changes.observedNone')}
        </Typography>
      ) : (
        <FactList
          facts={parts.map(({ name, items }) => ({
            name,
            value: <TextList items={items} />,
          }))}
        />
      )}
    </Piece>
  );
}
