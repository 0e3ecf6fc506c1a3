import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Typography from '@mui/material/Typography';
import { useQueue } from '../../hooks/running/useQueue';
import { agentTasksTranslationRef } from '../../translations';

/** Who can mend an account that may not do what was asked. Another account is never tried. */
export function RefusedAccount(props: { identity: string }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const { data } = useQueue();
  const owner = data?.identities.find(({ id }) => id === props.identity)?.owner;
  return (
    <Typography variant="body2">
      {t('task.retry.refusedNext')}
      {owner && (
        <>
          {' '}
          {t('task.retry.refusedOwner')} <EntityRefLink entityRef={owner} />.
        </>
      )}
    </Typography>
  );
}
