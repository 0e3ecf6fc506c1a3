import { expect, Locator } from '@playwright/test';
import { settled } from './settled';

/** What of a control the eye would notice. */
export interface Look {
  fontFamily: string;
  fontSize: string;
  fontWeight: string;
  textTransform: string;
  letterSpacing: string;
  borderRadius: string;
  boxShadow: string;
}

/** How a control looks at rest. */
export function lookOf(control: Locator): Promise<Look> {
  return control.first().evaluate(element => {
    const style = getComputedStyle(element);
    return {
      fontFamily: style.fontFamily,
      fontSize: style.fontSize,
      fontWeight: style.fontWeight,
      textTransform: style.textTransform,
      letterSpacing: style.letterSpacing.replace(/^0px$/, 'normal'),
      borderRadius: style.borderRadius,
      boxShadow: style.boxShadow,
    };
  });
}

/**
 * How a control looks while it is reached with the keyboard: its ring.
 *
 * @param drawnOn - what the ring is drawn on, where that is not the control itself
 */
export async function ringOf(control: Locator, drawnOn = control) {
  const page = control.page();
  // Again where the page was still being drawn, and another took the control's place.
  await expect(async () => {
    await control.first().focus();
    // The keyboard, not a program, makes focus visible: there and back.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    const isSeen = await control
      .first()
      .evaluate(
        element =>
          element === document.activeElement &&
          element.matches(':focus-visible'),
      );
    expect(isSeen).toBe(true);
  }).toPass();
  await settled(page);
  return drawnOn.first().evaluate(element => {
    const {
      outlineStyle,
      outlineWidth,
      outlineColor,
      outlineOffset,
      boxShadow,
      borderTopWidth,
      borderTopColor,
    } = getComputedStyle(element);
    // The border of Material UI's fields is one of these, drawn over them.
    if (element.tagName === 'FIELDSET') {
      return {
        outline: 'none',
        boxShadow: `${borderTopColor} 0px 0px 0px ${borderTopWidth} inset`,
      };
    }
    return {
      outline:
        outlineStyle === 'solid'
          ? `${outlineWidth} ${outlineColor} ${outlineOffset}`
          : 'none',
      boxShadow,
    };
  });
}
