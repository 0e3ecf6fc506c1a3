import { innerFocusRing } from '../../theme/focusRing';

const secondary = 'var(--bui-fg-secondary)';
const small = 'var(--bui-font-size-2)';
/** Of the list, not of the window: the peek takes its part. */
const NARROW = '@container (max-width: 520px)';

/** Two lines; three where the list is narrow. */
export const rowStyle = {
  display: 'grid',
  gridTemplateColumns: '128px minmax(0, 1fr) auto',
  gridTemplateAreas: '"status title time" "cost details time"',
  columnGap: 1.5,
  rowGap: 0.5,
  alignItems: 'center',
  px: 2,
  py: 1.25,
  cursor: 'pointer',
  fontSize: 'var(--bui-font-size-3)',
  borderBottom: '1px solid var(--bui-border-1)',
  '&:hover': { backgroundColor: 'var(--bui-bg-neutral-2)' },
  '&[aria-selected="true"]': {
    backgroundColor: 'var(--bui-bg-neutral-2)',
    boxShadow: 'inset 3px 0 0 var(--bui-accent-bg)',
  },
  '&:focus-visible': innerFocusRing,
  [NARROW]: {
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gridTemplateAreas: '"status time" "title title" "details details"',
  },
} as const;

export const areas = {
  status: { gridArea: 'status' },
  title: {
    gridArea: 'title',
    fontWeight: 600,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    '& s': { fontWeight: 400, color: secondary },
    [NARROW]: {
      display: '-webkit-box',
      WebkitLineClamp: 2,
      WebkitBoxOrient: 'vertical',
      whiteSpace: 'normal',
      overflowWrap: 'anywhere',
    },
  },
  details: {
    gridArea: 'details',
    display: 'flex',
    columnGap: 1.5,
    fontSize: small,
    color: secondary,
    whiteSpace: 'nowrap',
    '& > *': { overflow: 'hidden', textOverflow: 'ellipsis' },
    // The reason gives way first.
    '& > :not(:nth-of-type(2))': { flexShrink: 0, maxWidth: '40%' },
    [NARROW]: {
      flexWrap: 'wrap',
      whiteSpace: 'normal',
      overflowWrap: 'anywhere',
      '& > :not(:nth-of-type(2))': { maxWidth: '100%' },
    },
  },
  time: {
    gridArea: 'time',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-end',
    fontSize: small,
    whiteSpace: 'nowrap',
    [NARROW]: { flexDirection: 'row', justifyContent: 'flex-end', gap: 1 },
  },
  cost: {
    gridArea: 'cost',
    fontSize: small,
    color: secondary,
    [NARROW]: { display: 'none' },
  },
} as const;
