import type { SqlValue } from '../database.server';

/** A piece of a statement with the values of its places. */
export interface SqlPart {
  text: string;
  values: readonly SqlValue[];
}

export function allOf(parts: readonly SqlPart[]): SqlPart {
  return { text: parts.map(({ text }) => text).join(' AND '), values: parts.flatMap(({ values }) => values) };
}

export function oneOf(column: string, values: readonly SqlValue[]): SqlPart {
  return { text: `${column} IN (${values.map(() => '?').join(', ')})`, values };
}

/** From the first instant on, before the last. */
export function spanSql(column: string, { from, until }: { from: Date; until: Date }): SqlPart {
  return { text: `${column} >= ? AND ${column} < ?`, values: [from, until] };
}

export interface Narrowing {
  areaId: string | null;
  categories?: readonly string[] | null | undefined;
  states: readonly string[];
}

/** Rows under the alias within an area, of these categories, in one of these states. */
export function narrowedSql(alias: string, { areaId, categories, states }: Narrowing): SqlPart {
  const column = (name: string) => `${alias}."${name}"`;
  return allOf([
    oneOf(column('state'), states),
    ...(areaId === null
      ? []
      : [
          {
            text: `${column('areaId')} >= ? AND ${column('areaId')} < ?`,
            values: [areaId, `${areaId}~`],
          },
        ]),
    ...(categories ? [oneOf(column('category'), categories)] : []),
  ]);
}
