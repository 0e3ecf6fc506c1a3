import { Page } from '@playwright/test';
import { settled } from './settled';

/** One stop of the Tab key. */
export interface Stop {
  /** Role and name, for whoever has to mend it. */
  control: string;
  /** Of its ring against the ground under the ring; 0 where there is none. */
  contrast: number;
}

/** Where the focus is now; undefined while it is on nothing of ours. */
export async function focusRing(page: Page): Promise<Stop | undefined> {
  await settled(page);
  return page.evaluate(measuredRing);
}

/** In the browser. */
function measuredRing(): Stop | undefined {
  type Colour = number[];
  const pen = document
    .createElement('canvas')
    .getContext('2d', { willReadFrequently: true })!;
  // A canvas reads every way to write a colour.
  const colourOf = (written: string): Colour => {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = '#000';
    pen.fillStyle = written;
    pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data];
  };
  const over = (top: Colour, under: Colour) =>
    [0, 1, 2].map(
      part => top[part] * (top[3] / 255) + under[part] * (1 - top[3] / 255),
    );
  const groundOf = (element: Element | null): Colour =>
    element
      ? over(
          colourOf(getComputedStyle(element).backgroundColor),
          groundOf(element.parentElement),
        )
      : [255, 255, 255];
  const lightOf = (colour: Colour) => {
    const [red, green, blue] = colour.map(part =>
      part <= 10 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrastOf = (written: string, ground: Colour) => {
    const lights = [lightOf(over(colourOf(written), ground)), lightOf(ground)];
    return (Math.max(...lights) + 0.05) / (Math.min(...lights) + 0.05);
  };

  const focused = document.activeElement;
  // The frame of every page is drawn by core.
  const ours = '[role="dialog"], main';
  if (!focused || !focused.closest(ours)) return undefined;
  if (focused.matches('[role="dialog"], [tabindex="-1"]')) return undefined;
  // Of a tick box the input is not seen: what is around it has the ring.
  const isSeen = getComputedStyle(focused).opacity !== '0';
  const shown = isSeen ? focused : focused.parentElement!;
  const style = getComputedStyle(shown);
  const rings: number[] = [];
  if (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1) {
    const isInside = parseFloat(style.outlineOffset) < 0;
    const ground = groundOf(isInside ? shown : shown.parentElement);
    rings.push(contrastOf(style.outlineColor, ground));
  }
  const [, shadow] = /^(\w+\([^)]*\)).* inset$/.exec(style.boxShadow) ?? [];
  if (shadow) rings.push(contrastOf(shadow, groundOf(shown)));
  const field = shown.parentElement?.querySelector(':scope > fieldset');
  if (field) {
    const { borderTopColor } = getComputedStyle(field);
    const usual = style.getPropertyValue('--bui-border-2');
    const isUsual = `${colourOf(usual)}` === `${colourOf(borderTopColor)}`;
    if (!isUsual) rings.push(contrastOf(borderTopColor, groundOf(shown)));
  }
  const name = focused.getAttribute('aria-label') ?? focused.textContent ?? '';
  return {
    control: `${focused.getAttribute('role') ?? focused.tagName} ${
      name.trim().slice(0, 60) || focused.id
    }`,
    contrast: Math.max(0, ...rings),
  };
}
