/**
 * What the home page shows until a person arranges it differently. Columns of
 * twelve; rows are about 60 pixels.
 */
export const defaultLayout = [
  {
    component: 'HomePageSearchBar',
    column: 0,
    row: 0,
    width: 12,
    height: 2,
    movable: false,
    deletable: false,
    resizable: false,
  },
  { component: 'YourServices', column: 0, row: 2, width: 6, height: 6 },
  {
    component: 'HomePageStarredEntities',
    column: 6,
    row: 2,
    width: 6,
    height: 6,
  },
  {
    component: 'HomePageRecentlyVisited',
    column: 0,
    row: 8,
    width: 12,
    height: 4,
  },
];
