/**
 * An object as a query sees it: its fields by name, as values, or as functions where a field takes arguments or leads
 * to another node.
 */
export type Node = { __typename: string } & Record<string, unknown>;
