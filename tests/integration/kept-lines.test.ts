import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { lineTopics } from '~/domains/insights/line-of-matter.query.server';
import { knownSubjects } from '~/domains/registry.server';

const onLine = knownSubjects.line.map(({ kind }) => kind);

/** The kinds that a page shows as hanging on what it is about. */
function shownBy(source: string): string[] {
  const named = Array.from(source.matchAll(/hangingOfKind\(ctx, '([\w-]+)'/g), ([, kind = '']) => kind);
  return source.includes('lineOfProposal(') ? onLine : named;
}

/** The topics by which an event on something of the kind drops kept pages, an entry for each of its events. */
function topicsOfEvents(kind: string): (readonly string[])[] {
  const subject = knownSubjects.all.find(({ kinds }) => kind in kinds);
  return Object.entries(subject?.events ?? {}).flatMap(([type, { isPublic, topics }]) =>
    isPublic && type.startsWith(`${kind}.`) ? [topics] : [],
  );
}

it('a kept page that shows what hangs on a matter is dropped by whatever happens to that', () => {
  const routes = readdirSync('app/routes', { recursive: true, encoding: 'utf8' });
  const stale: string[] = [];
  let pages = 0;
  for (const file of routes.filter((name) => name.endsWith('.tsx'))) {
    const source = readFileSync(path.join('app/routes', file), 'utf8');
    const kinds = shownBy(source);
    if (kinds.length === 0 || !source.includes('X-Cache-Topics')) continue;
    pages += 1;
    const [, written = ''] = /'X-Cache-Topics': ['`]([^'`]+)['`]/.exec(source) ?? [];
    const kept = written.replace('${lineTopics}', lineTopics).split(',');
    for (const kind of kinds)
      if (topicsOfEvents(kind).some((topics) => !topics.some((topic) => kept.includes(topic))))
        stale.push(`${file} shows ${kind}`);
  }
  expect(stale).toEqual([]);
  expect(pages).toBeGreaterThan(2);
});
