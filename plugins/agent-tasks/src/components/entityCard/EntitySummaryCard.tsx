import { stringifyEntityRef } from '@backstage/catalog-model';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import { Link } from 'react-router-dom';
import { entityContentRouteRef } from '../../routes';
import { agentTasksTranslationRef } from '../../translations';
import { AgentTasksFrame } from '../frame/AgentTasksFrame';
import { OnCard } from '../frame/OnCard';
import { LastTasks } from './LastTasks';

/**
 * Somebody reads about a service and wants to know whether agents are at work on it. The eye meets
 * how many pull requests of theirs wait for a review, and the last few tasks.
 */
export function EntitySummaryCard() {
  return (
    <AgentTasksFrame>
      <Card />
    </AgentTasksFrame>
  );
}

function Card() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const tab = useRouteRef(entityContentRouteRef)?.();
  return (
    <EntityInfoCard
      title={t('common.agentTasks')}
      headerActions={
        tab && (
          <Button component={Link} to={`${tab}?run`} variant="outlined">
            {t('common.run')}
          </Button>
        )
      }
      footerActions={
        tab && (
          <MuiLink component={Link} to={tab} variant="body2">
            {t('entity.allTasks')}
          </MuiLink>
        )
      }
    >
      <OnCard>
        <LastTasks entityRef={stringifyEntityRef(entity)} />
      </OnCard>
    </EntityInfoCard>
  );
}
