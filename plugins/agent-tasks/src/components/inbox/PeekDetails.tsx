import {
  AgentTasksResponseError,
  type TaskListItem,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@mui/material/Typography';
import { useEffect } from 'react';
import { useLastEvents } from '../../hooks/inbox/useLastEvents';
import { useTask } from '../../hooks/tasks/useTask';
import { agentTasksTranslationRef } from '../../translations';
import { visibleText } from '../../words/visibleText';
import { ErrorFace } from '../faces/ErrorFace';
import { LoadingRows } from '../faces/LoadingRows';
import { Cost } from '../text/Cost';
import { FactList } from '../text/FactList';
import { PrincipalName } from '../text/PrincipalName';
import { ChangeSize } from './ChangeSize';
import { PeekEvents } from './PeekEvents';
import { PromptStart } from './PromptStart';
import { Quicker } from './Quicker';
import { RowFate } from '../../hooks/inbox/rowFate';

const headStyle = {
  fontSize: 'var(--bui-font-size-3)',
  fontWeight: 600,
  mb: 0.5,
} as const;

/** What the list does not carry: read once somebody stays on a task. */
export function PeekDetails(props: { task: TaskListItem; fate: RowFate }) {
  const { task, fate } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const { data, error, refetch } = useTask(task.id);
  const { hasLeft } = fate;
  useEffect(() => {
    // Who took it away, and how, stands in what has not been read yet.
    if (hasLeft) refetch();
  }, [hasLeft, refetch]);
  // Nobody answers the list either, and it says so; what was read once stands.
  const isSaidByList =
    data !== undefined && !(error instanceof AgentTasksResponseError);
  const timeline = useLastEvents(task.id, data?.revision ?? task.revision);
  const now = data ?? task;
  const { unit, actual, estimated } = now.cost;
  return (
    <>
      <Quicker fate={fate} events={timeline.events} />
      {error && !isSaidByList && <ErrorFace error={error} onRetry={refetch} />}
      {now.failure?.untrustedText && (
        <div>
          <Typography component="h3" sx={headStyle}>
            {t('inbox.saysProvider')}
          </Typography>
          <Typography
            variant="body2"
            dir="auto"
            sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}
          >
            {visibleText(now.failure.untrustedText)}
          </Typography>
        </div>
      )}
      {task.approvalDigest !== null && (
        <PromptStart
          prompt={data?.prompt}
          isLoading={data === undefined && !error}
        />
      )}
      <FactList
        facts={[
          {
            name: t('inbox.askedBy'),
            value: <PrincipalName principalRef={now.requester.ref} />,
          },
          {
            name: t('inbox.repository'),
            value: <bdi>{now.repository.slug}</bdi>,
          },
          {
            name: t(actual === null ? 'inbox.mayCost' : 'inbox.costs'),
            value: <Cost unit={unit} amount={actual ?? estimated} />,
          },
          ...now.artifacts.map(artifact => ({
            name: t('inbox.changes'),
            value: <ChangeSize artifact={artifact} task={now} />,
          })),
        ]}
      />
      <div>
        <Typography component="h3" sx={headStyle}>
          {t('inbox.events')}
        </Typography>
        {timeline.events && <PeekEvents events={timeline.events} />}
        {timeline.error && !error && <ErrorFace error={timeline.error} />}
        {!timeline.events && !timeline.error && (
          <LoadingRows rows={3} height={20} />
        )}
      </div>
    </>
  );
}
