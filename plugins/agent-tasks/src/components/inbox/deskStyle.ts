/** List and peek side by side, each scrolling in the room that the window leaves. */
export const deskStyle = {
  // Where the window is tiny, or enlarged, the page scrolls too.
  minHeight: 320,
  display: 'grid',
  gap: 2,
  gridTemplateRows: 'minmax(0, 1fr)',
  gridTemplateColumns: 'minmax(0, 1fr)',
  '&[data-peek="true"]': {
    gridTemplateColumns: 'minmax(0, 11fr) minmax(0, 9fr)',
  },
} as const;

/** Its rows ask for its width. */
export const paneStyle = {
  minHeight: 0,
  overflow: 'hidden',
  containerType: 'inline-size',
} as const;
