/** Widths of the columns; the last two groups of them only where there is room. */
export const columns = {
  display: 'grid',
  alignItems: 'center',
  columnGap: 2,
  px: 2,
  gridTemplateColumns: {
    md: '132px minmax(0, 3fr) minmax(0, 1.4fr) minmax(0, 1.2fr) minmax(0, 1.2fr) 84px 76px',
    lg: '132px minmax(0, 3fr) minmax(0, 1.3fr) minmax(0, 1.1fr) minmax(0, 1.1fr) minmax(0, 1.3fr) 88px 84px 68px',
  },
} as const;

/** Of a cell that needs room. */
export const onlyWide = { display: { xs: 'none', lg: 'block' } } as const;

/** One line, cut at its end; begins in line with the others, whatever way it is read. */
export const oneLine = {
  display: 'block',
  textAlign: 'left',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
} as const;
