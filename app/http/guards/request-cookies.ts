import type { IncomingMessage } from 'node:http';

/** The cookies that the portal sets; what else a browser sends along is somebody else's. */
export const cookieNames = ['session', '__Host-session', 'preferences', 'flash', 'pending-choice'] as const;
export type CookieName = (typeof cookieNames)[number];

export interface RequestCookies {
  /** The value of each of the portal's cookies as it was sent, still encoded; of two of one name the first. */
  readonly values: Readonly<Partial<Record<CookieName, string>>>;
  /**
   * False where the header is not spelled as RFC 6265 tells browsers to, or where one of the portal's cookies stands
   * in it twice or nearly. Such requests are answered by the same values, but nothing is kept of them or for them.
   */
  readonly isPlain: boolean;
}

/** A cookie as RFC 6265, 4.2.1 has it: a token, `=`, and octets without blanks, quotes, commas and backslashes. */
const pair = /^[!#$%&'*+.^`|~\w-]+=[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*$/;
const ownValue = /^[\w%+/=.-]*$/;
const isOwn = (name: string): name is CookieName => cookieNames.some((own) => own === name);

const unquoted = (text: string) =>
  text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;

/** Reads a Cookie header; there is no other reader of it in the portal. */
export function readCookies(header: string | undefined): RequestCookies {
  if (header === undefined) return noCookies;
  const values: Partial<Record<CookieName, string>> = {};
  let isPlain = true;
  for (const [index, part] of header.split(';').entries()) {
    const cut = part.indexOf('=');
    const name = (cut === -1 ? part : part.slice(0, cut)).trim();
    const written = index === 0 ? part : part.slice(1);
    if (!pair.test(written) || (index > 0 && !part.startsWith(' '))) isPlain = false;
    if (!isOwn(name)) {
      if (isOwn(name.toLowerCase())) isPlain = false;
      continue;
    }
    if (cut === -1 || values[name] !== undefined) {
      isPlain = false;
      continue;
    }
    const value = part.slice(cut + 1);
    if (!ownValue.test(value)) isPlain = false;
    values[name] = unquoted(value.trim());
  }
  return { values, isPlain };
}

/** Of the session: over https under a name that browsers take from the portal's own host alone, for all its paths. */
export const sessionName = (isSecure: boolean) => (isSecure ? '__Host-session' : 'session');

/** Whether a session is named at all, whichever name counts. */
export const namesSession = ({ values }: RequestCookies): boolean =>
  values.session !== undefined || values['__Host-session'] !== undefined;

const noCookies: RequestCookies = { values: {}, isPlain: true };
const readings = new WeakMap<IncomingMessage, RequestCookies>();

/** The cookies of a request, read once however many ask. */
export function cookiesOf(request: IncomingMessage): RequestCookies {
  const known = readings.get(request);
  if (known) return known;
  const read = readCookies(request.headers.cookie);
  readings.set(request, read);
  return read;
}
