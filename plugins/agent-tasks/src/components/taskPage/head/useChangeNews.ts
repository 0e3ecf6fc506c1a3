import { useRef } from 'react';

/**
 * What a live region says: nothing for the task that was opened, and the new sentence once
 * somebody or something has changed it. The passing of time is no news.
 */
export function useChangeNews(revision: number, sentence: string): string {
  const opened = useRef(revision);
  const told = useRef({ revision, sentence: '' });
  if (revision !== opened.current && revision !== told.current.revision) {
    told.current = { revision, sentence };
  }
  return told.current.sentence;
}
