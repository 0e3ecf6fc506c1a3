import type { TaskListItem } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { RiCloseLine } from '@remixicon/react';
import { useId } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { useSettled } from '../../hooks/inbox/useSettled';
import { taskRouteRef } from '../../routes';
import { agentTasksTranslationRef } from '../../translations';
import { visibleText } from '../../words/visibleText';
import { StatusWord } from '../status/StatusWord';
import { AnswerBox } from '../taskCommands';
import { PrincipalName } from '../text/PrincipalName';
import { PeekDetails } from './PeekDetails';
import { PeekVerbs, PeekVerbsProps } from './PeekVerbs';
import { isStruck, RowFate } from '../../hooks/inbox/rowFate';
import { RowTime } from './RowTime';
import { reasonKey } from './rowWords';
import { useFateWords } from './useFateWords';

const peekStyle = {
  display: 'flex',
  flexDirection: 'column',
  gap: 2,
  p: 2,
} as const;

const titleStyle = {
  fontSize: 'var(--bui-font-size-5)',
  fontWeight: 600,
  lineHeight: 1.3,
  overflowWrap: 'anywhere',
} as const;

/** One waiting task at a glance, with everything that decides what to do about it. */
export function Peek(
  props: PeekVerbsProps & { fate: RowFate; onClose: () => void },
) {
  const { task, fate } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const page = useRouteRef(taskRouteRef);
  const titleId = useId();
  const settledId = useSettled(task.id);
  return (
    <Box component="section" aria-labelledby={titleId} sx={peekStyle}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <WhereItStands task={task} fate={fate} />
        <Box sx={{ flex: 1 }} />
        <Link
          component={RouterLink}
          to={page?.({ id: task.id }) ?? ''}
          variant="body2"
        >
          {t('inbox.openTask')}
        </Link>
        <IconButton
          size="small"
          aria-label={t('inbox.closePeek')}
          onClick={props.onClose}
        >
          <RiCloseLine size={18} aria-hidden />
        </IconButton>
      </Box>
      <Box>
        <Typography id={titleId} component="h2" dir="auto" sx={titleStyle}>
          {visibleText(task.title)}
        </Typography>
        <Typography variant="body2" sx={{ color: 'var(--bui-fg-secondary)' }}>
          {task.entityRef ? (
            <EntityRefLink entityRef={task.entityRef} />
          ) : (
            <bdi>{task.repository.slug}</bdi>
          )}
        </Typography>
      </Box>
      <WhyItWaits task={task} />
      <PeekVerbs {...props} />
      {task.allowedActions.includes('answer') && (
        <AnswerBox key={`answer ${task.id}`} task={task} />
      )}
      {settledId === task.id && (
        <PeekDetails key={task.id} task={task} fate={fate} />
      )}
    </Box>
  );
}

/** What has just become of it, until the list tells its new status. */
function WhereItStands(props: { task: TaskListItem; fate: RowFate }) {
  const { task, fate } = props;
  const words = useFateWords(fate);
  return isStruck(fate) && words ? (
    <Typography variant="body2" sx={{ fontWeight: 600 }}>
      {words}
    </Typography>
  ) : (
    <StatusWord status={task.status} />
  );
}

/** One sentence: what is the matter, since when, until when, and with whom. */
function WhyItWaits({ task }: { task: TaskListItem }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const who = task.assignee ?? task.routedTo[0];
  return (
    <Box>
      <Typography variant="body2" sx={{ fontWeight: 600 }}>
        {t(reasonKey(task))}
      </Typography>
      <Typography
        variant="body2"
        component="div"
        sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}
      >
        <RowTime task={task} />
        {who && (
          <span>
            {t(task.assignee ? 'inbox.assignedTo' : 'inbox.ownedBy')}{' '}
            <PrincipalName principalRef={who} />
          </span>
        )}
      </Typography>
    </Box>
  );
}
