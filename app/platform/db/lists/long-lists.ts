import type { Engine } from '../database.server';

/** Shorter lists stay as they are: the engines compile one text for each length, and remember it. */
const shortest = 50;
const place = String.raw`(?:\?|\$\d+)`;
/** Quoted text and names, lists of places, single places. */
const parts = new RegExp(
  String.raw`'[^']*'|"[^"]*"|\b(?:NOT\s+)?IN\s*\(\s*${place}(?:\s*,\s*${place})*\s*\)|${place}`,
  'gi',
);
const places = new RegExp(place, 'g');

export interface Statement {
  text: string;
  values: readonly unknown[];
}

const isPlain = (value: unknown) => typeof value === 'string' || typeof value === 'number';

/**
 * The statement with each long list of values (`IN (?, ?, …)`, `NOT IN ($1, $2, …)`) sent as one value, so that no
 * number of ids is too many: SQLite takes 32,766 values in a statement, PostgreSQL 65,535. Both connections send
 * everything through here, Prisma's statements (those that load relations, too) and raw ones alike. A list that
 * holds anything but texts and numbers stays as it is.
 */
export function shortenLists(engine: Engine, statement: Statement): Statement {
  if (statement.values.length < shortest) return statement;
  const written: unknown[] = [];
  let read = 0;
  const valueAt = (found: string) =>
    found === '?' ? statement.values[read++] : statement.values[Number(found.slice(1)) - 1];
  const write = (found: string, value: unknown) => {
    written.push(value);
    return found === '?' ? '?' : `$${written.length}`;
  };
  const asOne = (found: string, values: readonly unknown[]) => {
    const isNegated = /^NOT/i.test(found);
    if (engine === 'sqlite')
      return `${isNegated ? 'NOT IN' : 'IN'} (SELECT "value" FROM json_each(${write('?', JSON.stringify(values))}))`;
    return isNegated ? `<> ALL(${write('$', values)})` : `= ANY(${write('$', values)})`;
  };
  const text = statement.text.replace(parts, (found) => {
    if (found.startsWith("'") || found.startsWith('"')) return found;
    const inside = found.match(places) ?? [];
    const values = inside.map(valueAt);
    if (inside.length >= shortest && values.every(isPlain)) return asOne(found, values);
    let next = 0;
    return found.replace(places, (one) => write(one, values[next++]));
  });
  return written.length === statement.values.length ? statement : { text, values: written };
}
