import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Gallery } from './Gallery';

/** Shows the list of rooms and scenes. */
export function openGallery(element: HTMLElement): void {
  createRoot(element).render(
    <StrictMode>
      <Gallery />
    </StrictMode>,
  );
}
