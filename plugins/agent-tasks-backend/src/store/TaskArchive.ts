/** What outlives its use, and until when it is kept; milliseconds of the database's clock. */
export interface ForgetBefore {
  /** Prompts and parameters of tasks that ended before. */
  prompts: number;
  /** Payloads of events from before; their lines stay, so that the chain stays whole. */
  events: number;
  /** Tasks that ended before, with their record. */
  tasks: number;
}

export type Forgotten = Record<keyof ForgetBefore, number>;

/** From when to when, the end not counted; milliseconds of the database's clock. */
export interface Span {
  since: number;
  until: number;
}

/**
 * What the records that grew within a span came to. Each line seals the one before, so whoever
 * keeps this elsewhere can find out later whether anything up to there was changed, removed or
 * added, also by somebody who has the key. Over a span, because records are forgotten in the end:
 * that must not break the anchors of younger ones.
 */
export interface RecordAnchor extends Span {
  /** How many records grew. */
  records: number;
  /** sha256, hexadecimal. */
  root: string;
}

/** The past: what is anchored of it, and what is forgotten. */
export interface TaskArchive {
  /** Forgets what is past its time, but nothing that can still change. Safe to call twice. */
  forget(before: ForgetBefore): Promise<Forgotten>;

  /** Works the anchor of a span out anew. Locks nothing. */
  anchorOf(span: Span): Promise<RecordAnchor>;
  /** The first that is kept for a time stays. */
  keepAnchor(anchor: RecordAnchor): Promise<void>;
  /** The newest first. */
  anchors(limit: number): Promise<RecordAnchor[]>;

  /** Ids of tasks in their order, behind the one that is given. */
  taskIdsAfter(id: string, limit: number): Promise<string[]>;
}
