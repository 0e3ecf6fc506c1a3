import {
  test as playwrightTest,
  expect,
  BrowserContext,
  Page,
} from '@playwright/test';

/**
 * A journey through the portal. Whatever else it proves, the browser asked
 * nobody but the portal: a portal must work on a closed network, and must not
 * tell strangers who looks at what.
 */
export const test = playwrightTest.extend<{
  /** Lends a page of another browser, where somebody else sits. */
  anotherBrowser: () => Promise<Page>;
}>({
  context: async ({ context, baseURL }, walk) => {
    const strangers = await trapForeignRequests(context, baseURL!);
    await walk(context);
    expect(strangers).toEqual([]);
  },
  anotherBrowser: async ({ browser, baseURL }, walk) => {
    const contexts: BrowserContext[] = [];
    const traps: string[][] = [];
    await walk(async () => {
      const context = await browser.newContext({ baseURL });
      contexts.push(context);
      traps.push(await trapForeignRequests(context, baseURL!));
      return context.newPage();
    });
    for (const context of contexts) await context.close();
    expect(traps.flat()).toEqual([]);
  },
});

export { expect };

/** Refuses, and lists, requests to anybody but this origin. */
export async function trapForeignRequests(
  context: BrowserContext,
  baseURL: string,
): Promise<string[]> {
  const strangers: string[] = [];
  const { host } = new URL(baseURL);
  const isForeign = (url: URL) => url.host !== host;
  await context.route(isForeign, route => {
    strangers.push(route.request().url());
    return route.abort();
  });
  await context.routeWebSocket(isForeign, socket => {
    strangers.push(socket.url());
    return socket.close();
  });
  return strangers;
}
