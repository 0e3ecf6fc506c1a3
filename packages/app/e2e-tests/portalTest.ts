import {
  test as playwrightTest,
  expect,
  BrowserContext,
} from '@playwright/test';

/**
 * A journey through the portal. Whatever else it proves, the browser asked
 * nobody but the portal: a portal must work on a closed network, and must not
 * tell strangers who looks at what.
 */
export const test = playwrightTest.extend({
  context: async ({ context, baseURL }, walk) => {
    const strangers = await trapForeignRequests(context, baseURL!);
    await walk(context);
    expect(strangers).toEqual([]);
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
