const FIELDS =
  'input, textarea, select, [contenteditable=""], [contenteditable="true"]';
/** They have keys of their own; a part of ours that is drawn as one says so. */
const LAYERS =
  '[role="dialog"], [role="menu"], [role="listbox"], [role="combobox"]';
const OWN_LAYER = '[data-page-keys]';
/** Enter and Space press them. */
const PRESSED =
  'a[href], button, summary, [role="button"], [role="switch"], [role="tab"]';

/** Whether a key already means something where it was pressed. */
export function isOccupied({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest(FIELDS)) return true;
  const layer = target.closest(LAYERS);
  if (layer && !layer.closest(OWN_LAYER)) return true;
  const presses = key === 'Enter' || key === ' ';
  return presses && target.closest(PRESSED) !== null;
}
