import type { TestContext } from './context';
import type { Row } from './rows-of-person';

/** Why a kind that may be read stands in no list. */
export const inNoList: Record<string, string> = {
  comment: 'stands under its matter',
  statement: 'stands in its conversation',
  reward: 'stands in the list of what is offered until its last day',
};

/** What is over keeps its page, and leaves the list. */
const offTheList: Record<string, readonly string[]> = {
  organisation: ['inactive'],
  opportunity: ['cancelled'],
};

/** Of the rows that no list shows those that one should, with their state. */
export async function wronglyMissing(
  test: TestContext,
  tables: readonly { kind: string; table: string }[],
  rows: readonly Row[],
): Promise<string[]> {
  const faults: string[] = [];
  for (const { kind, id } of rows) {
    const table = tables.find((one) => one.kind === kind)?.table;
    const [row] = await test.database.sql.all<{ state: string }>(
      `SELECT "state" FROM "${table}" WHERE "id" = ?`,
      [id],
    );
    if (!offTheList[kind]?.includes(row?.state ?? '')) faults.push(`${kind} ${id} ${row?.state}`);
  }
  return faults;
}
