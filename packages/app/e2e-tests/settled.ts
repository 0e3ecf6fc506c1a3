import { expect, Page } from '@playwright/test';

/** Until nothing fades any more: a colour on its way to another is nobody's choice. */
export async function settled(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(
        () =>
          document
            .getAnimations()
            .filter(
              animation =>
                animation instanceof CSSTransition &&
                animation.playState === 'running',
            ).length,
      ),
    )
    .toBe(0);
}
