/** A condition that is said once, for Prisma's queries and for SQL: each column is, or is not, a value. */
export type PlainCondition = Readonly<Record<string, boolean | null | string | { readonly not: string }>>;

/** States and the like: nothing that people have typed stands in a condition. */
function quoted(word: string): string {
  if (!/^[a-z-]+$/.test(word)) throw new Error(`"${word}" is no word of a condition`);
  return `'${word}'`;
}

function termSql(column: string, value: PlainCondition[string]): string {
  if (value === null) return `${column} IS NULL`;
  if (typeof value === 'boolean') return value ? column : `NOT ${column}`;
  return typeof value === 'string' ? `${column} = ${quoted(value)}` : `${column} <> ${quoted(value.not)}`;
}

/** The condition in SQL, for a row under the alias. */
export function conditionSql(condition: PlainCondition, alias: string): string {
  const terms = Object.entries(condition).map(([name, value]) => termSql(`${alias}."${name}"`, value));
  return `(${terms.join(' AND ')})`;
}
