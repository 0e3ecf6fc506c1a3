import { Request } from 'express';

/** The token of a request: `Bearer`, `token`, or the password (else the user) of Basic, as git sends it. */
export function credentialOf(req: Request): string | undefined {
  const [scheme, value] = (req.headers.authorization ?? '').split(' ', 2);
  if (!value) return undefined;
  if (/^(bearer|token)$/i.test(scheme)) return value;
  if (!/^basic$/i.test(scheme)) return undefined;
  const [user, password] = Buffer.from(value, 'base64')
    .toString()
    .split(':', 2);
  return password && password !== 'x-oauth-basic' ? password : user;
}
