/**
 * The portal's API as one person of the demo.
 *
 * @param {string} url of the portal
 * @param {string} user of examples/org.yaml
 * @param {AbortSignal} signal
 */
export function portalAs(url, user, signal) {
  let token;
  const signIn = async () => {
    const { backstageIdentity } = await answered(
      fetch(`${url}/api/auth/demo/refresh`, {
        headers: { 'x-demo-user': user },
        signal,
      }),
    );
    return backstageIdentity.token;
  };
  const ask = async (path, options = {}) => {
    // Valid for an hour: far longer than the demo's stories take.
    token ??= await signIn();
    return answered(
      fetch(`${url}/api/agent-tasks/v1${path}`, {
        ...options,
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          ...options.headers,
        },
        signal,
      }),
    );
  };
  const send = (path, body, headers) =>
    ask(path, { method: 'POST', body: JSON.stringify(body), headers });
  return { read: ask, send };
}

/** The JSON of an answer. @param {Promise<Response>} request @throws what the server refused, in its words */
export async function answered(request) {
  const response = await request;
  const text = await response.text();
  if (!response.ok) {
    const { pathname } = new URL(response.url);
    throw new Error(`${pathname}: ${response.status} ${text.slice(0, 300)}`);
  }
  return text ? JSON.parse(text) : undefined;
}
