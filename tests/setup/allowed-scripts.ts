import { createHash } from 'node:crypto';

/** The inline scripts of a page that its policy forbids, by nonce or by hash, as a browser would. */
export function forbiddenScripts(policy: string, html: string): string[] {
  const allowed = /script-src ([^;]*)/.exec(policy)?.[1]?.split(' ') ?? [];
  const scripts = [...html.matchAll(/<script([^>]*)>(.*?)<\/script>/gs)];
  return scripts.flatMap(([, attributes = '', script = '']) => {
    if (/\ssrc=/.test(attributes)) return [];
    const nonce = /nonce="([^"]*)"/.exec(attributes)?.[1];
    const hash = createHash('sha256').update(script).digest('base64');
    const isAllowed = allowed.includes(`'nonce-${nonce}'`) || allowed.includes(`'sha256-${hash}'`);
    return isAllowed ? [] : [script];
  });
}
