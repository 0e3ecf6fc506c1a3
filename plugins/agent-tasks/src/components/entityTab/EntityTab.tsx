import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import Box from '@mui/material/Box';
import { lazy, Suspense, useRef } from 'react';
import { useRunAddress } from '../../hooks/running/useRunAddress';
import { useTaskList } from '../../hooks/tasks/useTaskList';
import { agentTasksTranslationRef } from '../../translations';
import { ErrorFace } from '../faces/ErrorFace';
import { LoadingRows } from '../faces/LoadingRows';
import { AgentTasksFrame } from '../frame/AgentTasksFrame';
import { EntityHeadline } from './EntityHeadline';
import { EntityTasks } from './EntityTasks';
import { FirstTemplates } from './FirstTemplates';

const RunDialog = lazy(() =>
  import('../runDialog').then(module => ({ default: module.RunDialog })),
);

/**
 * A developer comes to have an agent do something to this service, or to see what came of it. The
 * eye meets what waits for them and the button that starts a task, then the tasks, newest first.
 */
export function EntityTab() {
  return (
    <AgentTasksFrame>
      <Content />
    </AgentTasksFrame>
  );
}

function Content() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const address = useRunAddress();
  const runButton = useRef<HTMLButtonElement>(null);
  const tasks = useTaskList({
    entityRef: [entityRef],
    order: 'createdAt',
    direction: 'desc',
  });
  const { data, error, refetch } = tasks;
  const isEmpty = data?.pages[0].items.length === 0;
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
      <EntityHeadline
        entityRef={entityRef}
        firstPage={data?.pages[0]}
        runButton={runButton}
        onRun={() => address.open()}
      />
      {error && (
        <ErrorFace
          title={t('entity.tasksFailed')}
          error={error}
          onRetry={refetch}
        />
      )}
      {!data && !error && <LoadingRows height={64} />}
      {isEmpty && (
        <FirstTemplates entityRef={entityRef} onChoose={address.open} />
      )}
      {data && !isEmpty && <EntityTasks tasks={tasks} />}
      <Suspense fallback={null}>
        <RunDialog
          entityRef={entityRef}
          address={address}
          onClosed={() => runButton.current?.focus()}
        />
      </Suspense>
    </Box>
  );
}
