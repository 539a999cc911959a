import { z } from 'zod';

const count = z.int().min(0);
const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What a backup says of itself: by it a restored portal is checked. It names nobody. */
export const manifestSchema = z.object({
  format: z.literal('gongzhi-backup-1'),
  madeAt: z.iso.datetime(),
  engine: z.enum(['sqlite', 'postgresql']),
  sealed: z.boolean(),
  /** The dump of the database, before it was sealed. */
  database: z.object({ sha256: hash, bytes: count }),
  migrations: z.array(z.string().max(200)).max(10_000),
  /** Rows by table, of the moment that the dump holds. */
  tables: z.record(z.string().max(100), count),
  /** Files by the hash of what is in them. */
  files: z.array(hash).max(10_000_000),
  /** Files that the database names and the store did not have. */
  missing: z.array(hash).max(10_000_000),
});

export type Manifest = z.output<typeof manifestSchema>;

export interface Difference {
  table: string;
  expected: number;
  found: number;
}

/** Where a database holds other numbers of rows than the backup says; in the order of the names. */
export function differences(
  expected: Readonly<Record<string, number>>,
  found: Readonly<Record<string, number>>,
): Difference[] {
  const names = [...new Set([...Object.keys(expected), ...Object.keys(found)])].sort();
  return names.flatMap((table) => {
    const [before, now] = [expected[table] ?? 0, found[table] ?? 0];
    return before === now ? [] : [{ table, expected: before, found: now }];
  });
}
