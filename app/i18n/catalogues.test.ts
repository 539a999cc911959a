import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasKey } from './catalogue';
import { events } from './events';
import { reasons } from './reasons';
import { allEvents } from '~/domains/registry.server';

const sources = readdirSync('app/domains', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.includes('.test.'))
  .map((file) => readFileSync(path.join('app/domains', file), 'utf8'));

/** Reasons as the rules and use cases name them. */
function reasonsNamed(): string[] {
  const named = sources.flatMap((text) =>
    [...text.matchAll(/(?:deny\(|DomainError\([^)]*?reason:) ?'([^']+)'/g)].map((match) => match[1] ?? ''),
  );
  return [...new Set(named)].sort();
}

describe('what the domains say', () => {
  it('has words for each event type', () => {
    expect(Object.keys(allEvents).filter((type) => !hasKey(events, type))).toEqual([]);
  });

  it('has words for each reason of a refusal', () => {
    expect(reasonsNamed().length).toBeGreaterThan(20);
    expect(reasonsNamed().filter((reason) => !hasKey(reasons, reason))).toEqual([]);
  });
});
