import { ReactNode } from 'react';

/** A name and what is known under it. */
export interface Fact {
  name: string;
  value: ReactNode;
}
