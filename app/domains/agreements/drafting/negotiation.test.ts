import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftOf, makeParties } from '../../../../tests/factories/agreements';
import { makeAreas } from '../../../../tests/factories/proposals';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { filesAttachedTo } from '../../files/index.server';
import { agreementPage } from '../agreement-page.query.server';
import { clauseNotesOf } from './draft-notes.query.server';
import { attachFiles, removeFile } from './attach-files.server';
import { attachmentKind } from './attachment-kind';
import { answerClauseNote } from './answer-proposal.server';
import { noteClause } from './clause-notes.server';
import { draftAgreement, editAgreement } from './draft-agreement.server';
import { freezeAgreement } from '../signing/freeze-agreement.server';
import { takeUpAgreement } from './take-up-agreement.server';
import { withdrawAgreement } from '../signing/undo-freezing.server';
import { agreementVersions } from './versions.query.server';

let test: TestContext;
const parties = ['ngo', 'shop', 'community'];
const body = '## 场地\n\n超市提供二楼。\n\n## 打扫\n\n各方轮流打扫。\n\n## 打扫\n\n各方轮流打扫。';

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makeParties(test, [...parties, 'outsider']);
});
afterAll(() => test.dispose());

const as = (organisation: string) => test.asPerson(`${organisation}-person`, organisation);
const rowOf = (id: string) => test.database.read.agreement.findUniqueOrThrow({ where: { id } });
const draft = async () => draftAgreement(await as('ngo'), draftOf({ body }));
const whole = (id: string) =>
  test.database.read.agreement.findUniqueOrThrow({ where: { id }, include: { parties: true } });
const notesFor = async (who: string, id: string) => clauseNotesOf(await as(who), await whole(id));

describe('what is said of a clause', () => {
  it('is for the parties, stays through freezing, and is written on a draft alone', async () => {
    const id = await draft();
    await noteClause(await as('shop'), id, { clause: 1, text: '哪几间？', proposed: '' });
    await expect(
      noteClause(await as('outsider'), id, { clause: 1, text: '打听一下', proposed: '' }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await expect(
      noteClause(await as('shop'), id, { clause: 9, text: '没有这条', proposed: '' }),
    ).rejects.toMatchObject({ reason: 'agreements.unknown-clause' });
    await freezeAgreement(await as('ngo'), id);
    expect(await notesFor('community', id)).toMatchObject([
      { text: '哪几间？', proposed: null, state: 'noted', quoted: '## 场地\n\n超市提供二楼。' },
    ]);
    expect(await notesFor('outsider', id)).toEqual([]);
    expect(await clauseNotesOf(test.as('visitor'), await whole(id))).toEqual([]);
    await expect(
      noteClause(await as('shop'), id, { clause: 1, text: '太晚了', proposed: '' }),
    ).rejects.toMatchObject({ reason: 'agreements.text-is-frozen' });
  });

  it('is a proposal of change that all other parties accept, once, into the clause that was meant', async () => {
    const id = await draft();
    const proposed = '## 打扫\n\n使用方用后打扫。';
    const noteId = await noteClause(await as('shop'), id, { clause: 3, text: '写清楚', proposed });
    const decide = async (who: string, decision: 'accept' | 'refuse') =>
      answerClauseNote(await as(who), id, { noteId, decision, answer: '' });
    await expect(decide('shop', 'accept')).rejects.toMatchObject({ reason: 'agreements.other-side-only' });
    await expect(decide('outsider', 'accept')).rejects.toMatchObject({ code: 'forbidden' });
    await decide('ngo', 'accept');
    expect(await rowOf(id)).toMatchObject({ version: 1, body });
    expect(await notesFor('shop', id)).toMatchObject([{ accepted: ['ngo'], waitsFor: ['community'] }]);
    await decide('community', 'accept');
    expect(await rowOf(id)).toMatchObject({ version: 2, body: body.replace(/## 打扫[^#]*$/, proposed) });
    await expect(decide('community', 'refuse')).rejects.toMatchObject({ reason: 'already-decided' });
  });

  it('is not put into a clause that has changed since, and is refused by another with its answer', async () => {
    const id = await draft();
    const ask = async () =>
      noteClause(await as('shop'), id, { clause: 1, text: '改', proposed: '## 场地\n\n超市提供三楼。' });
    const [first, second] = [await ask(), await ask()];
    for (const who of ['ngo', 'community'])
      await answerClauseNote(await as(who), id, { noteId: first, decision: 'accept', answer: '' });
    await answerClauseNote(await as('ngo'), id, { noteId: second, decision: 'accept', answer: '' });
    await expect(
      answerClauseNote(await as('community'), id, { noteId: second, decision: 'accept', answer: '' }),
    ).rejects.toMatchObject({ reason: 'agreements.clause-changed' });
    await answerClauseNote(await as('ngo'), id, { noteId: second, decision: 'refuse', answer: '已改过' });
    expect((await notesFor('shop', id)).map(({ state, answer }) => [state, answer])).toEqual([
      ['accepted', null],
      ['refused', '已改过'],
    ]);
  });
});

describe('versions', () => {
  const differs = async (who: string, id: string, version: number | null) =>
    (await agreementVersions(await as(who), id, version)).difference.filter(({ kind }) => kind !== 'same');

  it('tell word by word what changed, in the text, the obligations and the last day', async () => {
    const id = await draft();
    await editAgreement(await as('shop'), id, draftOf({ body: body.replace('二楼', '三楼') }));
    const rows = { 'party.1': 'shop', 'what.1': '提供场地', 'due.1': '2027-12-30', 'amount.1': '12.5' };
    await editAgreement(
      await as('ngo'),
      id,
      draftOf({ body: body.replace('二楼', '三楼'), rows, endsOn: '2028-12-31' }),
    );
    expect(await differs('community', id, 2)).toEqual([
      { kind: 'removed', text: '二楼' },
      { kind: 'added', text: '三楼' },
    ]);
    const last = (await differs('community', id, null)).map(({ text }) => text).join(' ');
    for (const words of ['30', '12.5', '2028-12-31']) expect(last).toContain(words);
    const { versions, shown } = await agreementVersions(await as('ngo'), id, 99);
    expect([shown, versions.map(({ version }) => version)]).toEqual([3, [3, 2, 1]]);
    for (const ctx of [test.as('visitor'), await as('outsider')])
      await expect(agreementVersions(ctx, id, null)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('hold the attachments: with another file it is another version, and nobody freezes it unread', async () => {
    const id = await draft();
    const read = (await agreementPage(await as('ngo'), id)).revision;
    const picture = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#c33' } })
      .png()
      .toBuffer();
    await attachFiles(await as('shop'), id, [
      { name: '清单.pdf', bytes: Buffer.from('%PDF-1.4 清单') },
      { name: '平面图.png', bytes: picture },
    ]);
    await expect(freezeAgreement(await as('ngo'), id, read)).rejects.toMatchObject({
      reason: 'changed-meanwhile',
    });
    expect((await differs('ngo', id, 2)).map(({ text }) => text).join('')).toContain('清单.pdf');
    const files = await filesAttachedTo(await as('ngo'), attachmentKind, id);
    expect(files.map(({ name }) => name)).toEqual(['清单.pdf', '平面图.webp']);
    await removeFile(await as('community'), id, files[0]?.id ?? '');
    await freezeAgreement(await as('ngo'), id, (await agreementPage(await as('ngo'), id)).revision);
    const { agreement } = await agreementPage(test.as('visitor'), id);
    expect(agreement.files).toEqual([{ name: '平面图.webp', sha256: files[1]?.sha256, id: files[1]?.id }]);
    await withdrawAgreement(await as('ngo'), id, '另行商量');
    const anew = await takeUpAgreement(await as('shop'), id, 'retaken');
    expect(await filesAttachedTo(await as('shop'), attachmentKind, anew)).toEqual([files[1]]);
  });
});
