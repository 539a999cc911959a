import type { Browser } from 'playwright-core';
import { visit } from './browser';
import type { Visit, Visitor } from './browser';
import type { Example, Examples } from './page-examples';
import type { Portal } from './portal';
import { sessionOf } from './session';

/** Somebody's window, signed in and acting for their organisation where the example says so. */
export async function windowOf(
  browser: Browser,
  portal: Portal,
  { as, actingFor, ...how }: Omit<Example, 'at'> & Visit,
): Promise<Visitor> {
  const visitor = await visit(browser, portal.url, how);
  if (as)
    await visitor.context.addCookies([
      { url: portal.url, name: 'session', value: await sessionOf(portal, as) },
    ]);
  if (actingFor)
    await visitor.page.request.post('/account/act-for', {
      form: { organisationId: actingFor },
      headers: { Origin: portal.url },
    });
  return visitor;
}

/** Those whom the examples name, each with the pages that they look at. */
export function walksOf(examples: Examples): { who: Omit<Example, 'at'>; paths: string[] }[] {
  const byWho = new Map<string, { who: Omit<Example, 'at'>; paths: string[] }>();
  for (const { at, ...who } of Object.values(examples).flat()) {
    const key = JSON.stringify(who);
    byWho.set(key, { who, paths: [...(byWho.get(key)?.paths ?? []), at] });
  }
  return [...byWho.values()];
}
