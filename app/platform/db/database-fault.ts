/**
 * Why the database could not do what was asked, through no fault of the caller. Nothing was stored, and the same
 * may be tried again.
 * - `busy`: somebody else held what was needed for longer than we wait.
 * - `away`: it cannot be reached, or takes no more connections.
 * - `full`: nothing can be written: no space, no right, a fault of the disk.
 * - `damaged`: what is stored cannot be read; somebody has to put a backup in its place.
 * - `undone`: the transaction that this was part of was undone.
 * - `conflict`: others changed the same at the same time, again and again.
 */
export type FaultKind = 'busy' | 'away' | 'full' | 'damaged' | 'undone' | 'conflict';

export class DatabaseFault extends Error {
  readonly kind: FaultKind;

  constructor(kind: FaultKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DatabaseFault';
    this.kind = kind;
  }

  /** The command line and the pages are bundled apart, each with this class; what one throws the other must know. */
  static override [Symbol.hasInstance](thrown: unknown): boolean {
    return thrown instanceof Error && thrown.name === 'DatabaseFault';
  }
}

/** Codes of SQLite, PostgreSQL, the network and Prisma, and what they come to. */
const kinds: Record<string, FaultKind> = {
  SQLITE_PROTOCOL: 'busy',
  SocketTimeout: 'busy',
  SQLITE_FULL: 'full',
  SQLITE_READONLY: 'full',
  SQLITE_IOERR: 'full',
  SQLITE_CANTOPEN: 'full',
  SQLITE_CORRUPT: 'damaged',
  SQLITE_NOTADB: 'damaged',
  // PostgreSQL: lock not available, statement cancelled (a timeout), too slow within its transaction.
  '55P03': 'busy',
  '57014': 'busy',
  '25P03': 'busy',
  // PostgreSQL: too many connections, shut down by its administrator, crashed, starting.
  '53300': 'away',
  TooManyConnections: 'away',
  '57P01': 'away',
  '57P02': 'away',
  '57P03': 'away',
  '08000': 'away',
  '08003': 'away',
  '08006': 'away',
  // What PgBouncer says by itself: no server to be had, waited too long for one.
  '08P01': 'away',
  ECONNREFUSED: 'away',
  ECONNRESET: 'away',
  ENOTFOUND: 'away',
  EPIPE: 'away',
  ETIMEDOUT: 'away',
  EHOSTUNREACH: 'away',
  DatabaseNotReachable: 'away',
  ConnectionClosed: 'away',
  P1001: 'away',
  P1002: 'away',
  P1008: 'busy',
  P1017: 'away',
  P2024: 'busy',
  P2028: 'undone',
  // PostgreSQL: disk full, out of memory, read-only transaction (a standby).
  '53100': 'full',
  '53200': 'full',
  '25006': 'full',
  // PostgreSQL: data or an index corrupted.
  XX001: 'damaged',
  XX002: 'damaged',
  '40001': 'conflict',
  '40P01': 'conflict',
  P2034: 'conflict',
  TransactionWriteConflict: 'conflict',
};

/** What the pool and the driver say without a code. */
const messages: [RegExp, FaultKind][] = [
  [/^timeout exceeded when trying to connect/, 'busy'],
  [/is not currently accepting connections/, 'away'],
  [/^Query read timeout/, 'busy'],
  // SQLite, where Prisma keeps the words alone.
  [/database disk image is malformed|file is not a database/, 'damaged'],
  [/attempt to write a readonly database|unable to open database file|database or disk is full/, 'full'],
  [/^Connection terminated|^Client has encountered a connection error|not queryable/, 'away'],
];

function kindOf(code: unknown): FaultKind | null {
  if (typeof code !== 'string') return null;
  if (code.startsWith('SQLITE_BUSY')) return 'busy';
  return kinds[code] ?? kinds[/^SQLITE_[A-Z]+/.exec(code)?.[0] ?? ''] ?? null;
}

/** The kind of fault behind an error of either engine, through Prisma or raw; null for all other errors. */
export function faultOf(error: unknown, depth = 0): FaultKind | null {
  if (typeof error !== 'object' || error === null || depth > 5) return null;
  if (error instanceof DatabaseFault) return error.kind;
  const { code, originalCode, kind, message, cause, meta, driverAdapterError } = error as Record<
    string,
    unknown
  >;
  for (const one of [originalCode, kind, code]) {
    const known = kindOf(one);
    if (known) return known;
  }
  for (const inner of [driverAdapterError, cause, meta]) {
    const known = faultOf(inner, depth + 1);
    if (known) return known;
  }
  const told = messages.find(([pattern]) => typeof message === 'string' && pattern.test(message));
  return told?.[1] ?? null;
}
