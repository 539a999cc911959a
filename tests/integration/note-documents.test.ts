import { afterAll, beforeAll, expect, it } from 'vitest';
import { zipOf } from '../factories/documents';
import { makeOffices, makeOrder } from '../factories/work-orders';
import { testContext } from '../setup/context';
import type { TestContext } from '../setup/context';
import type { Context } from '~/domains/context';
import { storeFile } from '~/domains/files/index.server';
import { addNote, notesOf } from '~/domains/workorders/notes.server';
import { loader as loadFile } from '~/routes/files+/$id';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeOffices(test);
});
afterAll(() => test.dispose());

const ask = (fileId: string, ctx: Context) =>
  loadFile({
    request: new Request(`http://portal/files/${fileId}`),
    params: { id: fileId },
    context: { context: ctx } as never,
  });

it('shows the pictures of a report to all, and what hangs on a thing of no known kind to its uploader only', async () => {
  const owner = await test.asPerson('asker');
  const bytes = Buffer.from('%PDF-1.7\n%%EOF');
  const orderId = await makeOrder(test);
  for (const [subjectKind, seen] of [
    ['work-order-after', true],
    ['unheard-of', false],
  ] as const) {
    const fileId = await storeFile(owner, { name: 'a.pdf', bytes });
    await test.database.transaction((tx) =>
      tx.prisma.attachment.create({ data: { fileId, subjectKind, subjectId: orderId, position: 1 } }),
    );
    expect((await ask(fileId, owner)).status).toBe(200);
    const stranger = ask(fileId, test.as('visitor'));
    if (seen) expect((await stranger).status).toBe(200);
    else await expect(stranger).rejects.toMatchObject({ init: { status: 404 } });
  }
});

it('keeps documents of notes to those who read the note, and hands them out to be saved only', async () => {
  const id = await makeOrder(test);
  const moderator = await test.asPerson('moderator');
  const bytes = zipOf(['[Content_Types].xml', 'word/document.xml']);
  const fileId = await storeFile(moderator, { name: '勘察\r\n报告.exe', bytes });
  await addNote(moderator, { workOrderId: id, body: '见附件', fileIds: [fileId] });
  const clerk = await test.asPerson('water-clerk');
  const [note] = await notesOf(clerk, id);
  expect(note).toMatchObject({
    pictures: [],
    documents: [{ id: fileId, name: '勘察报告.docx', bytes: bytes.length }],
  });
  const answer = await ask(fileId, clerk);
  expect(answer.headers.get('Content-Disposition')).toBe(
    "attachment; filename*=UTF-8''%E5%8B%98%E5%AF%9F%E6%8A%A5%E5%91%8A.docx",
  );
  expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(answer.headers.get('Cache-Control')).toBe('private, no-store');
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
  for (const outsider of [
    test.as('visitor'),
    await test.asPerson('asker'),
    await test.asPerson('roads-clerk'),
  ])
    await expect(ask(fileId, outsider)).rejects.toMatchObject({ init: { status: 404 } });
  await expect(storeFile(moderator, { name: 'a.pdf', bytes: Buffer.from('<script>') })).rejects.toMatchObject(
    {
      field: 'files',
      reason: 'files.not-a-document',
    },
  );
});
