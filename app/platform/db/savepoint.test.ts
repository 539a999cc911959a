import { afterEach, beforeEach, expect, it } from 'vitest';
import { withSavepoint } from './savepoint';
import { testDatabase } from '../../../tests/setup/database';
import type { TestDatabase } from '../../../tests/setup/database';

let test: TestDatabase;
beforeEach(async () => {
  test = await testDatabase();
});
afterEach(() => test.dispose());

const at = new Date('2026-11-24T08:00:00Z');
const file = (id: string) => ({ id, contentHash: 'x', mediaType: 'image/webp', bytes: 1, createdAt: at });

it('a part that is refused leaves nothing, and the rest of its transaction is kept', async () => {
  await test.database.transaction(async (tx) => {
    const keep = (id: string) => tx.prisma.storedFile.create({ data: file(id) });
    await keep('before');
    await withSavepoint(tx, () => keep('part'));
    const refused = withSavepoint(tx, async () => {
      await keep('refused');
      throw new Error('refused');
    });
    await expect(refused).rejects.toThrow('refused');
    // What the database itself refuses ends a whole transaction on PostgreSQL, but not one with a savepoint.
    await expect(withSavepoint(tx, () => keep('before'))).rejects.toThrow();
    await keep('after');
  });
  const rows = await test.database.read.storedFile.findMany({ orderBy: { id: 'asc' }, select: { id: true } });
  expect(rows.map(({ id }) => id)).toEqual(['after', 'before', 'part']);
});
