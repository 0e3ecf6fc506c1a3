import { RecordAnchor } from '../../store/TaskArchive';

export type { RecordAnchor };

/** Keeps anchors where nobody who can write to the database can change them. */
export interface Anchors {
  /** Throws when it could not be told; the same one may be told again. */
  tell(anchor: RecordAnchor): Promise<void>;
}
