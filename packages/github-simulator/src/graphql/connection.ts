import { GraphQLResolveInfo } from 'graphql';
import { Refusal } from './Refusal';

export interface Slice {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
}

const MOST = 100;

/** Cursors are opaque to clients; ours hold the place in the list. */
function cursorOf(index: number): string {
  return Buffer.from(`cursor:${index}`).toString('base64');
}

function placeOf(cursor: string): number {
  const place = /^cursor:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString());
  if (!place) {
    throw new Refusal(
      'INVALID_CURSOR_ARGUMENTS',
      `\`${cursor}\` does not appear to be a valid cursor.`,
    );
  }
  return Number(place[1]);
}

function requireBounds({ first, last }: Slice, field: string) {
  const asked = first ?? last;
  if (asked === null || asked === undefined) {
    throw new Refusal(
      'MISSING_PAGINATION_BOUNDARIES',
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${field}\` connection.`,
    );
  }
  if (asked > MOST) {
    const bound = first ? 'first' : 'last';
    throw new Refusal(
      'EXCESSIVE_PAGINATION',
      `Requesting ${asked} records on the \`${field}\` connection exceeds the \`${bound}\` limit of ${MOST} records.`,
    );
  }
}

/** Part of a list, in the shape of GitHub's connections. */
export function connect<T>(
  items: readonly T[],
  slice: Slice,
  field: string,
  totalCount: number = items.length,
) {
  requireBounds(slice, field);
  let from = slice.after ? placeOf(slice.after) + 1 : 0;
  let to = slice.before ? placeOf(slice.before) : items.length;
  if (typeof slice.first === 'number') to = Math.min(to, from + slice.first);
  if (typeof slice.last === 'number') from = Math.max(from, to - slice.last);
  const nodes = items.slice(from, to);
  return {
    totalCount,
    nodes,
    edges: nodes.map((node, index) => ({
      node,
      cursor: cursorOf(from + index),
    })),
    pageInfo: {
      hasNextPage: to < items.length,
      hasPreviousPage: from > 0,
      startCursor: nodes.length > 0 ? cursorOf(from) : null,
      endCursor: nodes.length > 0 ? cursorOf(to - 1) : null,
    },
  };
}

/** A field that is a connection over a list which is only made when somebody asks. */
export function connection<T, A extends Slice>(
  items: (args: A) => readonly T[],
  totalCount?: number,
) {
  return (args: A, _context: unknown, info: GraphQLResolveInfo) =>
    connect(items(args), args, info.fieldName, totalCount);
}
