import type {
  TaskArtifact,
  TaskListItem,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { agentTasksTranslationRef } from '../../translations';
import { visibleText } from '../../words/visibleText';
import { ProviderLink } from '../text/ProviderLink';

/** In the middle of text a link is not told by its colour alone. */
const underlined = { textDecoration: 'underline' } as const;

/** How large a change is, with the way to it. */
export function ChangeSize(props: {
  artifact: TaskArtifact;
  task: TaskListItem;
}) {
  const { artifact, task } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const { host } = task.repository;
  if (artifact.type === 'branch') {
    const name = visibleText(artifact.headRef);
    return (
      <ProviderLink url={artifact.url} host={host} sx={underlined}>
        {t('inbox.branch', { name })}
      </ProviderLink>
    );
  }
  const { number, state, draft, files, additions, deletions, outOfScope } =
    artifact;
  const stands = draft && state === 'open' ? 'draft' : state;
  const size = t('inbox.changeSize', {
    files: t('inbox.files', { count: files }),
    additions: additions.toLocaleString(),
    deletions: deletions.toLocaleString(),
  });
  return (
    <>
      <ProviderLink
        url={artifact.url}
        host={host}
        sx={underlined}
      >{`#${number}`}</ProviderLink>
      {stands !== 'open' && ` ${t(`inbox.pull.${stands}`)}`}
      {` · ${size}`}
      {outOfScope.length > 0 &&
        ` · ${t('inbox.outOfScope', { count: outOfScope.length })}`}
    </>
  );
}
