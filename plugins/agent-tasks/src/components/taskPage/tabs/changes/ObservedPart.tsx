import type {
  ObservedEvidence,
  TaskArtifact,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ReactNode } from 'react';
import { agentTasksTranslationRef } from '../../../../translations';
import { visibleText } from '../../../../words/visibleText';
import { FactList } from '../../../text/FactList';
import { Piece } from '../Piece';
import { TextList } from './TextList';

/** What was read at the provider: checks and files, one by one; and what has not been read. */
export function ObservedPart(props: {
  observed: ObservedEvidence;
  artifacts: readonly TaskArtifact[];
}) {
  const { checks, files } = props.observed;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const pathsOf = (inScope: boolean) =>
    files
      .filter(file => file.inScope === inScope)
      .map(
        ({ path, additions, deletions }) =>
          `${path}  +${additions} −${deletions}`,
      );
  const listed = (items: readonly string[], otherwise: ReactNode) =>
    items.length > 0 ? <TextList items={items} /> : otherwise;
  const outOfScope = pathsOf(false);
  const counted = filesOf(props.artifacts);
  const unlisted =
    counted > 0
      ? t('task.changes.filesCounted', {
          files: t('task.changes.files', { count: counted }),
        })
      : t('task.changes.filesUntold');
  return (
    <Piece title={t('task.changes.observed')}>
      <FactList
        facts={[
          {
            name: t('task.changes.checks'),
            value: listed(
              checks.map(
                ({ name, state }) =>
                  `${visibleText(name)}: ${t(`task.changes.checks_${state}`)}`,
              ),
              t('task.changes.checksUntold'),
            ),
          },
          ...(files.length === 0
            ? [{ name: t('task.changes.filesName'), value: unlisted }]
            : [
                {
                  name: t('task.changes.inScope'),
                  value: listed(pathsOf(true), t('task.changes.nothing')),
                },
              ]),
          ...(outOfScope.length > 0
            ? [
                {
                  name: t('task.changes.outOfScope'),
                  value: <TextList items={outOfScope} />,
                },
              ]
            : []),
        ]}
      />
    </Piece>
  );
}

/** How many files GitHub counts in the largest of the pull requests. */
function filesOf(artifacts: readonly TaskArtifact[]): number {
  const counts = artifacts.map(artifact =>
    artifact.type === 'pull_request' ? artifact.files : 0,
  );
  return Math.max(0, ...counts);
}
