import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import {
  RemixiconComponentType,
  RiArrowDownLine,
  RiArrowUpLine,
  RiCloseLine,
} from '@remixicon/react';
import { ArrayFieldTemplateItemType } from '@rjsf/utils';
import { agentTasksTranslationRef } from '../../../translations';

/** One entry of a list, and what can be done with it. */
export function ListEntry(props: Omit<ArrayFieldTemplateItemType, 'key'>) {
  const { children, index, hasMoveUp, hasMoveDown, hasRemove } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const isFixed = props.disabled || props.readonly;
  const number = String(index + 1);
  return (
    <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 0.5 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>{children}</Box>
      {(hasMoveUp || hasMoveDown) && (
        <>
          <EntryButton
            Icon={RiArrowUpLine}
            label={t('run.moveUp', { number })}
            isBarred={isFixed || !hasMoveUp}
            onClick={props.onReorderClick(index, index - 1)}
          />
          <EntryButton
            Icon={RiArrowDownLine}
            label={t('run.moveDown', { number })}
            isBarred={isFixed || !hasMoveDown}
            onClick={props.onReorderClick(index, index + 1)}
          />
        </>
      )}
      {hasRemove && (
        <EntryButton
          Icon={RiCloseLine}
          label={t('run.remove', { number })}
          isBarred={isFixed}
          onClick={props.onDropIndexClick(index)}
        />
      )}
    </Box>
  );
}

function EntryButton(props: {
  Icon: RemixiconComponentType;
  label: string;
  isBarred: boolean | undefined;
  onClick: () => void;
}) {
  const { Icon, label, isBarred, onClick } = props;
  return (
    <IconButton
      aria-label={label}
      title={label}
      disabled={isBarred}
      onClick={() => onClick()}
      sx={{ width: 36, height: 36 }}
    >
      <Icon size={18} aria-hidden />
    </IconButton>
  );
}
