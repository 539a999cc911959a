import type { TestContext } from './context';
import { makeFeedback } from '../factories/feedback';
import { communityId, makePerson, makeProposal } from '../factories/proposals';
import { postComment } from '~/domains/deliberation/index.server';
import { erasePerson } from '~/domains/own-data.server';
import { subjectServers } from '~/domains/subjects.server';

export interface Row {
  kind: string;
  id: string;
}
type Tables = readonly { kind: string; table: string }[];

/** The rows of these tables that a test has made to be looked for. */
export async function readRows(test: TestContext, tables: Tables): Promise<Row[]> {
  const found: Row[] = [];
  for (const { kind, table } of tables)
    for (const { id } of await test.database.sql.all<{ id: string }>(`SELECT "id" FROM "${table}"`))
      // Others were made by the factories for their own needs, and bear no mark.
      if (/^[a-z]+-\d{4}$/.test(id)) found.push({ kind, id });
  return found;
}

const columns = new Set(['authorId', 'createdBy', 'openedBy', 'contactId', 'concernedId']);

/** Which columns of a table name who made a row of it, as its subject declares what it holds. */
const columnsOf = (table: string) =>
  subjectServers.flatMap(({ held }) =>
    Object.keys(held?.models[table] ?? {}).filter((column) => columns.has(column)),
  );

/** Makes every third row of each of the tables a person's own, wherever it names one. */
async function giveRowsTo(test: TestContext, tables: Tables, personId: string): Promise<void> {
  const rows = await readRows(test, tables);
  for (const { kind, table } of tables) {
    const third = rows.filter((row) => row.kind === kind).filter((_row, at) => at % 3 === 0);
    for (const column of columnsOf(table))
      for (const { id } of third)
        await test.database.transaction((tx) =>
          tx.sql.run(`UPDATE "${table}" SET "${column}" = ? WHERE "id" = ?`, [personId, id]),
        );
  }
}

/**
 * Somebody who proposed, asked, spoke and followed, of whom every third row of each kind is that names a person, and who
 * then closed the account.
 */
export async function makeErasedAuthor(
  test: TestContext,
  tables: Tables,
  displayName: string,
): Promise<void> {
  await makePerson(test, 'gone');
  await test.database.transaction((tx) =>
    tx.prisma.person.update({ where: { id: 'gone' }, data: { displayName } }),
  );
  await giveRowsTo(test, tables, 'gone');
  const proposalId = await makeProposal(test, 'gone');
  await makeFeedback(test, 'gone');
  await postComment(await test.asPerson('gone'), {
    ...{ subjectKind: 'proposal', subjectId: proposalId, areaId: communityId, title: '.', parentId: '' },
    ...{ body: '请大家支持。', mentionedIds: [], quote: '' },
  });
  await erasePerson(await test.asPerson('gone'), 'gone');
}
