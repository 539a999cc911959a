function fieldOf(error: object, name: string): unknown {
  return (error as Record<string, unknown>)[name];
}

/** True for a breach of a unique index or primary key, by either engine, through Prisma or raw. */
export function isUniqueViolation(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const code = fieldOf(error, 'code');
  if (code === 'P2002' || code === '23505') return true;
  if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY') return true;
  return (
    isUniqueViolation(fieldOf(error, 'cause')) || isUniqueViolation(fieldOf(error, 'meta')) || rawKind(error)
  );
}

function rawKind(error: object): boolean {
  const adapterError = fieldOf(error, 'driverAdapterError') ?? error;
  if (typeof adapterError !== 'object' || adapterError === null) return false;
  return fieldOf(adapterError, 'kind') === 'UniqueConstraintViolation' || causeKind(adapterError);
}

function causeKind(error: object): boolean {
  const cause = fieldOf(error, 'cause');
  return (
    typeof cause === 'object' && cause !== null && fieldOf(cause, 'kind') === 'UniqueConstraintViolation'
  );
}
