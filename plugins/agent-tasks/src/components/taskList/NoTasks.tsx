import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@mui/material/Button';
import { RiFilterOffLine, RiRobot2Line } from '@remixicon/react';
import { Link } from 'react-router-dom';
import { ListFilters } from '../../hooks/list/listFilters';
import { clearedTo, inView, ListView, Me } from '../../hooks/list/listViews';
import { noFilters } from '../../hooks/list/listFilters';
import { catalogRouteRef } from '../../routes';
import { agentTasksTranslationRef } from '../../translations';
import { EmptyFace } from '../faces/EmptyFace';

/** Nothing there: because of the filters, or because nobody has asked yet. */
export function NoTasks(props: {
  me: Me;
  view: ListView;
  isFiltered: boolean;
  setFilters(filters: ListFilters): void;
}) {
  const { me, view, isFiltered, setFilters } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const catalog = useRouteRef(catalogRouteRef)?.();
  if (isFiltered) {
    return (
      <EmptyFace
        Icon={RiFilterOffLine}
        title={t('list.noMatch')}
        hint={t('list.noMatchHint')}
        action={
          <Button
            variant="contained"
            onClick={() => setFilters(clearedTo(view, me))}
          >
            {t('list.clear')}
          </Button>
        }
      />
    );
  }
  return (
    <EmptyFace
      Icon={RiRobot2Line}
      title={t(`list.none.${view}`)}
      hint={t('list.none.hint')}
      action={
        <>
          {catalog && (
            <Button variant="contained" component={Link} to={catalog}>
              {t('list.none.catalog')}
            </Button>
          )}{' '}
          {view !== 'all' && (
            <Button
              variant="outlined"
              onClick={() => setFilters(inView(noFilters, 'all', me))}
            >
              {t('common.allTasks')}
            </Button>
          )}
        </>
      }
    />
  );
}
