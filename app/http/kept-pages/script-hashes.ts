import { createHash } from 'node:crypto';

/** A policy names each script; what has more of them than this is no page of ours. */
const mostScripts = 40;

/** A page whose scripts are known by what they are instead of by a nonce. */
export interface HashedPage {
  html: string;
  /** For the policy: `'sha256-…'` of each script that stands in the page. */
  hashes: string[];
}

/**
 * Takes the nonce out of a page, and tells by their hashes (CSP 3, 2.3.1) exactly those scripts that carried it: what
 * somebody brought into the page without it runs as little as before. Null where the nonce stands anywhere but as an
 * attribute, or where a script is not the bytes that a browser will hash: such a page needs its nonce.
 */
export function hashScripts(page: string, nonce: string): HashedPage | null {
  const [first = '', ...pieces] = page.split(` nonce="${nonce}"`);
  const hashes = new Set<string>();
  let before = first;
  for (const after of pieces) {
    const script = scriptBetween(before, after);
    if (script === null) return null;
    if (script !== undefined) hashes.add(`'sha256-${createHash('sha256').update(script).digest('base64')}'`);
    before = after;
  }
  const html = first + pieces.join('');
  return html.includes(nonce) || hashes.size > mostScripts ? null : { html, hashes: [...hashes] };
}

/** The script whose nonce stood between the two; undefined where that is none or has an address, null where it is not clear. */
function scriptBetween(before: string, after: string): string | null | undefined {
  const opened = before.slice(before.lastIndexOf('<'));
  const end = after.indexOf('>');
  const tag = opened + after.slice(0, end);
  if (end === -1 || !/^<[a-z]/.test(opened) || /[>\r\n]/.test(tag)) return null;
  if (!/^<script(\s|$)/.test(tag) || /\ssrc=/.test(tag)) return undefined;
  const content = after.slice(end + 1);
  const length = content.search(/<\/script\s*>/i);
  const script = content.slice(0, length);
  // Browsers read other bytes than were sent: line ends are made alike before a page is parsed.
  return length === -1 || script.includes('\r') ? null : script;
}
