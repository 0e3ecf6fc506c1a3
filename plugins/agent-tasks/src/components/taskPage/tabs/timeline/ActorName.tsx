import type { TaskEvent } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import { agentTasksTranslationRef } from '../../../../translations';
import { visibleText } from '../../../../words/visibleText';
import { PrincipalName } from '../../../text/PrincipalName';

/** Who an event is put down to: a person, a service, the portal itself, or GitHub. */
export function ActorName({ actor }: { actor: TaskEvent['actor'] }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const { type, ref, plugin } = actor;
  const isOurs = type === 'system' || type === 'provider';
  return (
    <>
      <Box component="span" sx={{ fontWeight: 600 }}>
        {isOurs && t(`task.timeline.${type}`)}
        {!isOurs &&
          (ref ? (
            <PrincipalName principalRef={ref} />
          ) : (
            t('task.timeline.actor')
          ))}
      </Box>
      {plugin &&
        ` ${t('task.timeline.through', { plugin: visibleText(plugin) })}`}
    </>
  );
}
