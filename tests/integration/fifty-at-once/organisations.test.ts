import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeOrganisation } from '../../factories/organisations';
import { communityId, makeAreas, makePerson } from '../../factories/proposals';
import { all, fired, oneAnd } from '../../setup/at-once';
import { testContext } from '../../setup/context';
import type { TestContext } from '../../setup/context';
import type { Context } from '~/domains/context';
import {
  deactivateOrganisation,
  reactivateOrganisation,
} from '~/domains/organisations/deactivate-organisation.server';
import { answerOffer, offerOwnership } from '~/domains/organisations/hand-over.server';
import { answerInvitation, inviteMember } from '~/domains/organisations/invite-member.server';
import { leaveOrganisation, removeMember } from '~/domains/organisations/members.server';
import { mergeOrganisation } from '~/domains/organisations/merge-organisation.server';
import { decideOrganisation, resubmitOrganisation } from '~/domains/organisations/organisation.server';
import { nameSignatory, revokeSignatory } from '~/domains/organisations/signatories.server';

let test: TestContext;
let owner: Context;
let moderator: Context;
const reason = '机构改革后撤销';
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  for (const id of ['owner', 'deputy', 'helper', 'other']) await makePerson(test, id);
  await makeOrganisation(test, {
    id: 'club',
    members: { owner: 'owner', deputy: 'representative', helper: 'member', other: 'member' },
  });
  [owner, moderator] = [await test.asPerson('owner', 'club'), await test.asPerson('moderator')];
});
afterAll(() => test.dispose());

const read = () => test.database.read;
const told = (type: string) => read().event.count({ where: { subjectId: 'club', type } });
const members = (mandate: string) =>
  read().organisationMember.findMany({ where: { organisationId: 'club', mandate } });

it('an address is invited once, and joins once', async () => {
  await makePerson(test, 'newcomer');
  const invited = { email: 'newcomer@example.org', mandate: 'member' } as const;
  expect(await fired(() => inviteMember(owner, 'club', invited))).toEqual(all);
  expect(await read().outboxJob.count({ where: { kind: 'organisations.invite' } })).toBe(1);
  const newcomer = await test.asPerson('newcomer');
  const joined = await fired(() => answerInvitation(newcomer, 'club', 'accept'));
  expect([joined, await told('organisation.member-joined')]).toEqual([
    oneAnd('organisations.no-invitation'),
    1,
  ]);
});

it('members are removed once, and leave once', async () => {
  const other = await test.asPerson('other');
  const gone = await fired((at) =>
    at % 2 ? removeMember(owner, 'club', 'other') : leaveOrganisation(other, 'club'),
  );
  expect([gone, await told('organisation.member-left')]).toEqual([oneAnd('organisations.unknown-person'), 1]);
});

it('a signatory’s mandate is taken back once', async () => {
  const input = { personId: 'deputy', name: '李代表', scope: 'all', limitFen: null, expiresOn: '' };
  expect(await fired(() => nameSignatory(owner, 'club', input))).toEqual(all);
  const [{ id = '' } = {}] = await read().signingMandate.findMany();
  expect(await fired(() => revokeSignatory(owner, 'club', id))).toEqual(oneAnd('already-decided'));
});

it('it is offered to the last of those who are named, and has one owner before and after', async () => {
  expect(await fired(() => offerOwnership(owner, 'club', 'deputy'))).toEqual(all);
  expect(await told('organisation.ownership-offered')).toBe(1);
  const deputy = await test.asPerson('deputy', 'club');
  expect(await fired(() => answerOffer(deputy, 'club', 'accept'))).toEqual(oneAnd('organisations.no-offer'));
  expect((await members('owner')).map(({ personId }) => personId)).toEqual(['deputy']);
});

it('it is taken out of service once, and brought back once', async () => {
  const out = await fired(() => deactivateOrganisation(moderator, 'club', reason));
  expect(out).toEqual(oneAnd('already-decided'));
  expect(await fired(() => reactivateOrganisation(moderator, 'club', reason))).toEqual(
    oneAnd('already-decided'),
  );
});

it('one that was refused is handed in again once', async () => {
  await makeOrganisation(test, { id: 'refused', verified: false, members: { owner: 'owner' } });
  await decideOrganisation(moderator, { organisationId: 'refused', verify: false, reason: '名称不符' });
  const input = {
    kind: 'social-organisation' as const,
    ...{ name: '青石志愿者协会', creditCode: '51421000MJH123456X' },
    ...{ areaId: communityId, about: '社区志愿服务', contact: '' },
  };
  const ownsIt = await test.asPerson('owner', 'refused');
  const again = await fired(() => resubmitOrganisation(ownsIt, 'refused', input));
  expect(again).toEqual(oneAnd('organisations.not-refused'));
  const waiting = { subjectId: 'refused', kind: 'organisation-verification', state: 'open' };
  expect(await read().queueItem.count({ where: waiting })).toBe(1);
});

it('is merged once, into one of those that are asked for', async () => {
  await makePerson(test, 'administrator', { role: 'administrator', areaId: '421002' });
  const administrator = await test.asPerson('administrator');
  for (const id of ['double', 'left', 'right']) await makeOrganisation(test, { id, members: {} });
  const merged = await fired((at) =>
    mergeOrganisation(administrator, {
      ...{ organisationId: 'double', intoId: at % 2 ? 'left' : 'right', reason },
    }),
  );
  expect(merged).toEqual(oneAnd('already-decided'));
});
