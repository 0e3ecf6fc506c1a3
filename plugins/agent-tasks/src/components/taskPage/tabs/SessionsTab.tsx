import type {
  Task,
  TaskSession,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import { RiTerminalBoxLine } from '@remixicon/react';
import { agentTasksTranslationRef } from '../../../translations';
import { visibleText } from '../../../words/visibleText';
import { EmptyFace } from '../../faces/EmptyFace';
import { Age } from '../../text/Age';
import { Cost } from '../../text/Cost';
import { FactList } from '../../text/FactList';
import { ProviderLink } from '../../text/ProviderLink';
import { Piece } from './Piece';

/** The provider's own words: text, and as long as they are. */
const errorText = { whiteSpace: 'pre-wrap' } as const;

/** Every run of the agent for this task. */
export function SessionsTab({ task }: { task: Task }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  if (task.sessions.length === 0) {
    return (
      <EmptyFace
        Icon={RiTerminalBoxLine}
        title={t('task.session.empty')}
        hint={t('task.session.emptyHint')}
      />
    );
  }
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
      {task.sessions.map(session => (
        <Session key={session.number} session={session} task={task} />
      ))}
    </Box>
  );
}

function Session(props: { session: TaskSession; task: Task }) {
  const { session, task } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const at = (time: string | null) =>
    time ? <Age at={time} isExact /> : t('task.page.unknownTime');
  return (
    <Piece title={t('task.session.number', { number: String(session.number) })}>
      {session.parent !== null &&
        t('task.session.parent', { number: String(session.parent) })}
      <FactList
        facts={[
          { name: t('task.session.state'), value: visibleText(session.state) },
          { name: t('task.session.startedAt'), value: at(session.startedAt) },
          { name: t('task.session.endedAt'), value: at(session.endedAt) },
          {
            name: t('task.session.model'),
            value: visibleText(session.model ?? t('task.page.unknownTime')),
          },
          {
            name: t('task.session.credits'),
            value: <Cost unit={task.cost.unit} amount={session.credits} />,
          },
          ...(session.error
            ? [
                {
                  name: t('task.session.error'),
                  value: (
                    <Box component="span" dir="auto" sx={errorText}>
                      {visibleText(session.error)}
                    </Box>
                  ),
                },
              ]
            : []),
          ...(session.logUrl
            ? [
                {
                  name: t('task.session.log'),
                  value: (
                    <ProviderLink
                      url={session.logUrl}
                      host={task.repository.host}
                    >
                      {t('task.session.openLog')}
                    </ProviderLink>
                  ),
                },
              ]
            : []),
          {
            name: t('task.session.id'),
            value: visibleText(session.providerSessionId),
          },
        ]}
      />
    </Piece>
  );
}
