/** A link that may be shown, and the host it leads to. */
export interface SafeUrl {
  href: string;
  host: string;
}

/**
 * A URL from outside, if it may be a link: https (http only on loopback, as the demo has it), the
 * host of the task's repository and no other, no name and password in it.
 *
 * @param host - of the repository, with its port
 */
export function safeUrl(
  untrusted: string | null | undefined,
  host: string,
): SafeUrl | undefined {
  if (!untrusted) return undefined;
  let url: URL;
  try {
    url = new URL(untrusted);
  } catch {
    return undefined;
  }
  const isSecure =
    url.protocol === 'https:' ||
    (url.protocol === 'http:' && isLoopback(url.hostname));
  const isPlain = url.username === '' && url.password === '';
  return isSecure && isPlain && url.host === host.toLowerCase()
    ? { href: url.href, host: url.host }
    : undefined;
}

function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname === '[::1]' ||
    /^127(?:\.\d{1,3}){3}$/.test(hostname)
  );
}
