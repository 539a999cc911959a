const codes = new Set<unknown>([
  'P2002',
  '23505',
  'SQLITE_CONSTRAINT_UNIQUE',
  'SQLITE_CONSTRAINT_PRIMARYKEY',
]);

/** True for a breach of a unique index or primary key, by either engine, through Prisma or raw. */
export function isUniqueViolation(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 5) return false;
  const { code, originalCode, kind, cause, meta, driverAdapterError } = error as Record<string, unknown>;
  if (codes.has(code) || codes.has(originalCode) || kind === 'UniqueConstraintViolation') return true;
  return [cause, meta, driverAdapterError].some((inner) => isUniqueViolation(inner, depth + 1));
}
