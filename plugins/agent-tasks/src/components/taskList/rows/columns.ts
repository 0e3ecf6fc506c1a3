/**
 * Widths of the columns. The title takes what the others leave; who asked, the cost and the
 * template have columns of their own only where that leaves it enough.
 */
export const columns = {
  display: 'grid',
  alignItems: 'center',
  columnGap: 2,
  px: 2,
  gridTemplateColumns: {
    md: '124px minmax(0, 3.2fr) minmax(0, 1.3fr) minmax(0, 1.1fr) 80px 76px',
    lg: '124px minmax(0, 3.4fr) minmax(0, 1.2fr) minmax(0, 1fr) minmax(0, 1fr) 80px 76px 64px',
    xl: '124px minmax(0, 3.4fr) minmax(0, 1.2fr) minmax(0, 1fr) minmax(0, 1fr) minmax(0, 1.4fr) 88px 84px 72px',
  },
} as const;

/** Of a cell that needs room. */
export const onlyWide = { display: { xs: 'none', lg: 'block' } } as const;

/** Of a cell that needs yet more; what it says stands below the title until then. */
export const onlyWidest = { display: { xs: 'none', xl: 'block' } } as const;
export const untilWidest = { display: { xl: 'none' } } as const;

/** Two lines, cut at the end of the second. */
export const twoLines = {
  display: '-webkit-box',
  WebkitLineClamp: 2,
  WebkitBoxOrient: 'vertical',
  overflow: 'hidden',
  overflowWrap: 'anywhere',
  textAlign: 'left',
} as const;

/** One line, cut at its end; begins in line with the others, whatever way it is read. */
export const oneLine = {
  display: 'block',
  textAlign: 'left',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
} as const;
