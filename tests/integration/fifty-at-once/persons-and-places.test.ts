import { afterAll, beforeAll, expect, it } from 'vitest';
import { communityId, makeAreas, makePerson, makeProposal, proposalInput } from '../../factories/proposals';
import { all, fired, oneAnd } from '../../setup/at-once';
import { testContext } from '../../setup/context';
import type { TestContext } from '../../setup/context';
import type { Context } from '~/domains/context';
import { changeProfile } from '~/domains/identity/account.server';
import { reinstatePerson, suspendPerson } from '~/domains/identity/people-desk/suspend-person.server';
import { resetPassword } from '~/domains/identity/proving/reset-password.server';
import { requestResidence } from '~/domains/identity/residence/residence.server';
import { undoMergeWithComments } from '~/domains/insights/merge-with-comments.server';
import { mergeProposals } from '~/domains/proposals/merging/merge-proposals.server';
import { publishTyped } from '~/domains/proposals/publish-typed.server';
import { withdrawProposal } from '~/domains/proposals/save-proposal.server';
import { undoMerge } from '~/domains/proposals/merging/undo-merge.server';
import { importMap } from '~/domains/territory/map/import-map.server';
import { publishArea, publishedFields } from '~/domains/territory/keeping/publish-area.server';
import { sha256 } from '~/lib/sha256';

let test: TestContext;
let author: Context;
let moderator: Context;
const reason = '两件是同一件事';
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'author');
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  [author, moderator] = [await test.asPerson('author'), await test.asPerson('moderator')];
});
afterAll(() => test.dispose());

const read = () => test.database.read;
const told = (subjectId: string, type: string) => read().event.count({ where: { subjectId, type } });

it('a proposal is merged once, and the merge undone once', async () => {
  const [fromId, intoId] = [await makeProposal(test, 'author'), await makeProposal(test, 'author')];
  const moveComments = () => Promise.resolve({ threads: [], comments: 0 });
  const merged = await fired(() => mergeProposals(moderator, { fromId, intoId, reason, moveComments }));
  expect([merged.done, await told(fromId, 'proposal.merged')]).toEqual([1, 1]);
  const { id: mergeId } = await read().proposalMerge.findFirstOrThrow({ where: { fromId } });
  const moveCommentsBack = () => Promise.resolve(0);
  const undone = await fired((at) =>
    at % 2
      ? undoMergeWithComments(moderator, { mergeId, reason })
      : undoMerge(moderator, { mergeId, reason, moveCommentsBack }),
  );
  expect([undone.done, await told(fromId, 'proposal.merge-undone')]).toEqual([1, 1]);
});

it('a draft is published once with what was typed last, and withdrawn once', async () => {
  const form = { ...author, formDigest: () => Promise.resolve('one form') };
  const typed = { input: proposalInput, pictureIds: [], draft: { id: '' } };
  const ids = new Set<string>();
  expect(await fired(async () => ids.add(await publishTyped(form, typed)))).toEqual(all);
  const [id = ''] = ids;
  expect([ids.size, await told(id, 'proposal.published')]).toEqual([1, 1]);
  const withdrawn = await fired(() => withdrawProposal(author, id, '已经解决'));
  expect(withdrawn).toEqual(oneAnd('proposals.text-is-fixed'));
});

it('residence is asked for once, and a profile is the one that was saved last', async () => {
  const input = { areaId: communityId, address: '3栋401室', birthYear: 1980 };
  expect(await fired(() => requestResidence(author, input))).toEqual(oneAnd('identity.residence-waiting'));
  const profile = { about: '', locale: 'zh-CN', homeAreaId: communityId } as const;
  const change = (at: number) => changeProfile(author, 'author', { ...profile, displayName: `居民 ${at}` });
  expect(await fired(change)).toEqual(all);
});

it('an account is suspended once, and opened again once', async () => {
  await makePerson(test, 'top', { role: 'administrator', areaId: '4210' });
  await makePerson(test, 'suspected');
  const top = await test.asPerson('top');
  const given = { personId: 'suspected', reason: '冒用他人身份' };
  expect(await fired(() => suspendPerson(top, given))).toEqual(oneAnd('changed-meanwhile'));
  expect(await read().mail.count({ where: { personId: 'suspected' } })).toBe(1);
  expect(await fired(() => reinstatePerson(top, given))).toEqual(oneAnd('changed-meanwhile'));
});

it('a mailed link sets one password', async () => {
  const now = test.clock.now();
  const link = { tokenHash: sha256('mailed'), personId: 'author', purpose: 'reset-password', email: '' };
  await test.database.transaction((tx) =>
    tx.prisma.mailToken.create({
      data: { ...link, createdAt: now, expiresAt: new Date(now.getTime() + 3600_000) },
    }),
  );
  const set = (at: number) => resetPassword(test.as('visitor'), 'mailed', `spring river lamp ${at}`);
  expect(await fired(set, 6)).toEqual({ done: 1, 'identity.token-expired': 5 });
});

it('what an area publishes is saved once of many pages', async () => {
  const { fields, revision } = await publishedFields(moderator, communityId);
  const facts = (at: number) => ({ ...fields, workerName: `网格员 ${at}`, revision });
  const published = await fired((at) => publishArea(moderator, communityId, facts(at)));
  expect(published).toEqual(oneAnd('saved-meanwhile'));
});

it('a map is imported as a whole, whoever else imports one', async () => {
  const line = (at: number) => ({
    type: 'LineString',
    coordinates: [
      [112, 30 + at / 100],
      [113, 30],
    ],
  });
  const river = (at: number) => ({
    type: 'Feature',
    properties: { kind: 'water', name: `${at}` },
    geometry: line(at),
  });
  const outline = (code: string, at: number) => ({
    ...{ type: 'Feature', properties: { code } },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [112, 30],
          [113, 30],
          [113, 31 + at / 100],
          [112, 30],
        ],
      ],
    },
  });
  // The same areas the other way round each second time.
  const fileOf = (at: number) => {
    const codes = ['421002000000', '421003000000'];
    const areas = (at % 2 === 0 ? codes : codes.reverse()).map((code) => outline(code, at));
    return JSON.stringify({ type: 'FeatureCollection', features: [...areas, river(at), river(at)] });
  };
  expect(await fired((at) => importMap(test.as('system'), fileOf(at)))).toEqual(all);
  const lines = await test.database.read.mapLine.findMany();
  expect([lines.length, new Set(lines.map(({ name }) => name)).size]).toEqual([2, 1]);
});
