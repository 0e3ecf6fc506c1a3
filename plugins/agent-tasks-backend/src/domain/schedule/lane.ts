/** The two listings in which a provider may show a task. */
export const LANES = ['live', 'archived'] as const;

export type Lane = (typeof LANES)[number];
