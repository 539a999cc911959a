import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftOf, makeParties } from '../../../../tests/factories/agreements';
import { makeAreas } from '../../../../tests/factories/proposals';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import {
  deactivateOrganisation,
  reactivateOrganisation,
} from '../../organisations/deactivate-organisation.server';
import { agreementPage } from '../agreement-page.query.server';
import { freezeAgreement } from '../signing/freeze-agreement.server';
import { answerClauseNote } from './answer-proposal.server';
import { attachFiles, removeFile } from './attach-files.server';
import { noteClause } from './clause-notes.server';
import { draftAgreement, editAgreement } from './draft-agreement.server';
import { clauseNotesOf, proposedDrafts } from './draft-notes.query.server';
import { setDraftingRights } from './set-drafting-rights.server';

let test: TestContext;
const parties = ['ngo', 'shop', 'community'];
const body = '## 场地\n\n超市提供二楼。\n\n## 打扫\n\n各方轮流打扫。';
const onThird = body.replace('二楼', '三楼');
const rows = { 'party.1': 'shop', 'what.1': '提供场地', 'due.1': '2027-12-31' };

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makeParties(test, [...parties, 'outsider']);
});
afterAll(() => test.dispose());

const as = (organisation: string) => test.asPerson(`${organisation}-person`, organisation);
const whole = (id: string) =>
  test.database.read.agreement.findUniqueOrThrow({
    where: { id },
    include: { parties: true, obligations: true },
  });
const draft = async (fields: Record<string, string> = {}) => {
  const id = await draftAgreement(await as('ngo'), draftOf({ body }));
  if (Object.keys(fields).length > 0) await setDraftingRights(await as('ngo'), id, { version: 1, fields });
  return id;
};
const edit = async (who: string, id: string, change: Record<string, unknown>) =>
  editAgreement(await as(who), id, draftOf({ body, rows, ...change }));
const proposed = async (who: string, id: string) => {
  const agreement = await whole(id);
  const { organisations } = await agreementPage(await as(who), id);
  return proposedDrafts(await as(who), agreement, organisations);
};
const answer = async (who: string, id: string, noteId: string, decision: 'accept' | 'refuse' = 'accept') =>
  answerClauseNote(await as(who), id, { noteId, decision, answer: '' });

describe('who may do what with a draft', () => {
  it('is said by the party that began it, of the text as it stands, and told to all parties', async () => {
    const id = await draft();
    const fields = { 'right.shop': 'own', 'right.community': 'comment', 'clause.1': 'shop' };
    await expect(setDraftingRights(await as('shop'), id, { version: 1, fields })).rejects.toMatchObject({
      reason: 'agreements.rights-by-initiator',
    });
    await expect(setDraftingRights(await as('ngo'), id, { version: 7, fields })).rejects.toMatchObject({
      reason: 'changed-meanwhile',
    });
    for (const wrong of [{ 'right.shop': 'all' }, { 'clause.1': 'outsider' }])
      await expect(
        setDraftingRights(await as('ngo'), id, { version: 1, fields: { ...fields, ...wrong } }),
      ).rejects.toMatchObject({ code: 'invalid', reason: 'agreements.no-such-right' });
    await setDraftingRights(await as('ngo'), id, { version: 1, fields });
    const { drafting } = await agreementPage(await as('community'), id);
    expect(drafting?.rights).toEqual([
      { organisationId: 'ngo', right: 'whole', clauses: [], isInitiator: true },
      { organisationId: 'shop', right: 'own', clauses: ['场地'], isInitiator: false },
      { organisationId: 'community', right: 'comment', clauses: [], isInitiator: false },
    ]);
    const told = await test.database.read.event.findFirst({
      where: { subjectId: id, type: 'agreement.rights-set' },
    });
    expect(told).toMatchObject({ isPublic: false });
    await freezeAgreement(await as('ngo'), id);
    await expect(setDraftingRights(await as('ngo'), id, { version: 1, fields })).rejects.toMatchObject({
      reason: 'agreements.text-is-frozen',
    });
  });

  it('lets one change its own clause and promise at once, and stays through the change', async () => {
    const id = await draft({ 'right.shop': 'own', 'right.community': 'comment', 'clause.1': 'shop' });
    const own = { body: onThird, rows: { ...rows, 'what.1': '提供场地和茶水' } };
    expect(await edit('shop', id, own)).toBe('saved');
    expect(await whole(id)).toMatchObject({ version: 2, body: onThird });
    const { drafting } = await agreementPage(await as('shop'), id);
    expect(drafting?.rights[1]).toMatchObject({ right: 'own', clauses: ['场地'] });
  });

  it('makes what goes beyond a proposal, whole, that stands in the text once all others have accepted', async () => {
    const id = await draft({ 'right.shop': 'own', 'clause.1': 'shop' });
    const beyond = { body: onThird, title: '南门充电桩和路灯共建协议', why: '路灯也要' };
    expect([await edit('shop', id, beyond), await edit('shop', id, beyond)]).toEqual([
      'proposed',
      'proposed',
    ]);
    expect(await whole(id)).toMatchObject({ version: 1, body });
    const [one, ...others] = await proposed('community', id);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ text: '路灯也要', state: 'open', accepted: [], isOutdated: false });
    expect([...(one?.waitsFor ?? [])].sort()).toEqual(['community', 'ngo']);
    expect(one?.difference.filter(({ kind }) => kind === 'added').map(({ text }) => text)).toEqual(
      expect.arrayContaining(['三楼']),
    );
    const noteId = one?.id ?? '';
    await expect(answer('shop', id, noteId)).rejects.toMatchObject({ reason: 'agreements.other-side-only' });
    await expect(answer('outsider', id, noteId)).rejects.toMatchObject({
      reason: 'agreements.act-for-party',
    });
    await answer('ngo', id, noteId);
    await answer('ngo', id, noteId);
    expect(await whole(id)).toMatchObject({ version: 1 });
    await answer('community', id, noteId);
    expect(await whole(id)).toMatchObject({ version: 2, body: onThird, title: beyond.title });
    await expect(answer('community', id, noteId, 'refuse')).rejects.toMatchObject({
      reason: 'already-decided',
    });
  });

  it('puts a clause that another words to the others, also for who may change the whole', async () => {
    const id = await draft({ 'clause.1': 'shop' });
    expect(await edit('ngo', id, { body: onThird })).toBe('proposed');
    expect(await edit('ngo', id, { body: body.replace('轮流', '一起') })).toBe('saved');
    const [stale] = await proposed('shop', id);
    expect(stale).toMatchObject({ isOutdated: true });
    await answer('shop', id, stale?.id ?? '');
    await expect(answer('community', id, stale?.id ?? '')).rejects.toMatchObject({
      reason: 'agreements.draft-changed',
    });
    await answer('ngo', id, stale?.id ?? '', 'refuse');
    expect(await proposed('shop', id)).toMatchObject([{ state: 'refused' }]);
  });

  it('leaves who only comments to comment and to answer, and files to those who write', async () => {
    const id = await draft({ 'right.shop': 'own', 'right.community': 'comment' });
    const file = [{ name: '清单.pdf', bytes: Buffer.from('%PDF-1.4 清单') }];
    await noteClause(await as('community'), id, { clause: 1, text: '哪几间？', proposed: '' });
    await expect(
      noteClause(await as('community'), id, { clause: 1, text: '改', proposed: '## 场地\n\n超市提供三楼。' }),
    ).rejects.toMatchObject({ reason: 'agreements.comments-only' });
    await expect(edit('community', id, { body: onThird })).rejects.toMatchObject({
      reason: 'agreements.comments-only',
    });
    await expect(attachFiles(await as('community'), id, file)).rejects.toMatchObject({
      reason: 'agreements.comments-only',
    });
    await attachFiles(await as('shop'), id, file);
    const { fileId } = await test.database.read.attachment.findFirstOrThrow({ where: { subjectId: id } });
    await expect(removeFile(await as('shop'), id, fileId)).rejects.toMatchObject({
      reason: 'agreements.files-of-others',
    });
    await removeFile(await as('ngo'), id, fileId);
    const { may } = await agreementPage(await as('community'), id);
    expect([may.edit.allowed, may.discuss, may.addFiles, may.removeFiles]).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });

  it('does not wait for a party that is out of service', async () => {
    const id = await draft();
    const noteId = await noteClause(await as('shop'), id, {
      ...{ clause: 2, text: '写清楚', proposed: '## 打扫\n\n使用方打扫。' },
    });
    await deactivateOrganisation(test.as('system'), 'community', '停止活动');
    const [note] = await clauseNotesOf(await as('ngo'), await whole(id));
    expect(note?.waitsFor).toEqual(['ngo']);
    await answer('ngo', id, noteId);
    expect((await whole(id)).body).toContain('使用方打扫');
    await test.database.transaction((tx) =>
      tx.prisma.organisationMember.updateMany({
        where: { organisationId: 'community' },
        data: { mandate: 'owner' },
      }),
    );
    await reactivateOrganisation(test.as('system'), 'community', '恢复活动');
  });
});
