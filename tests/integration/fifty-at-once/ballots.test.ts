import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBallot, makeElectorate, makeVoter, openBallotOf } from '../../factories/ballots';
import { makeConversation } from '../../factories/conversations';
import { atOnce, fifty } from '../../setup/at-once';
import { testContext } from '../../setup/context';
import type { TestContext } from '../../setup/context';
import { beginChange, beginDraft } from '~/domains/ballots/drafting/begin-draft.server';
import { loadDraft } from '~/domains/ballots/drafting/draft-row.server';
import { keepStep } from '~/domains/ballots/drafting/keep-step.server';
import { publishDraft } from '~/domains/ballots/drafting/publish-draft.server';
import { raiseAnew } from '~/domains/ballots/drafting/raise-anew.server';
import { changeBallot, changedBallot } from '~/domains/ballots/organising/change-ballot.server';
import { answerOffer, offerVote, revokeEntrusting } from '~/domains/ballots/entrusting/entrust-vote.server';
import { newBallotSchema } from '~/domains/ballots/organising/new-ballot-schema';
import { openBallot } from '~/domains/ballots/organising/open-ballot.server';
import type { Context } from '~/domains/context';
import { inTransaction } from '~/domains/in-transaction.server';
import { postStatement } from '~/domains/opinions/statements/post-statement.server';

let test: TestContext;
let crowd: Context[];
const read = () => test.database.read;

beforeAll(async () => {
  test = await testContext();
  await makeElectorate(test);
  await Promise.all(fifty.map((at) => makeVoter(test, `person-${at}`)));
  crowd = await Promise.all(fifty.map((at) => test.asPerson(`person-${at}`)));
});
afterAll(() => test.dispose());

describe('votes that are entrusted', () => {
  const codeOf = async (id: string) => (await read().entrustedVote.findUniqueOrThrow({ where: { id } })).code;

  it('by fifty to one person are taken on up to the number that the ballot allows', async () => {
    const { id: ballotId } = await openBallotOf(test, { entrusted: '3' });
    const { ok: offers } = await atOnce(crowd, (ctx) => offerVote(ctx, ballotId));
    expect(new Set(offers).size).toBe(50);
    const codes = await Promise.all(offers.map(codeOf));
    const ann = await test.asPerson('ann');
    const { ok, refused } = await atOnce(codes, (code) => answerOffer(ann, code, 'accept'));
    expect([ok.length, refused]).toEqual([3, { 'ballots.entrusted-enough': 47 }]);
    expect(await read().entrustedVote.count({ where: { ballotId, state: 'accepted' } })).toBe(3);
  });

  it('by one link go to one of fifty who open it, and are one offer however often it is made', async () => {
    const { id: ballotId } = await openBallotOf(test, { entrusted: '1' });
    const bob = await test.asPerson('bob');
    const { ok, refused } = await atOnce(fifty, () => offerVote(bob, ballotId));
    expect([new Set(ok).size, ok.length + (refused['ballots.entrusted-already'] ?? 0)]).toEqual([1, 50]);
    const [id = ''] = ok;
    const code = await codeOf(id);
    const taken = await atOnce(crowd, (ctx) => answerOffer(ctx, code, 'accept'));
    expect(taken.ok).toHaveLength(1);
    const { 'not-found': late = 0, 'changed-meanwhile': meanwhile = 0 } = taken.refused;
    expect(late + meanwhile).toBe(49);
    const ended = await atOnce(fifty, () => revokeEntrusting(bob, id));
    expect([ended.ok.length, ended.refused]).toEqual([1, { 'changed-meanwhile': 49 }]);
  });
});

it('a ballot that is changed while it opens opens with the rules that stand on it', async () => {
  const { id } = await makeBallot(test);
  const moderator = await test.asPerson('moderator');
  const { fields } = await changedBallot(moderator, id);
  const input = (at: number) =>
    newBallotSchema.parse({
      ...fields,
      ...{ quorumPercent: String(at), reason: '参与率要求再商量', shortMeant: 'on' },
      opensAt: new Date(test.clock.now().getTime() - 1000).toISOString(),
      closesAt: new Date(test.clock.now().getTime() + 3600_000).toISOString(),
    });
  const acts = fifty.map((at) =>
    at % 5 === 4
      ? () => openBallot(test.as('system'), id)
      : () => inTransaction(moderator, (ctx) => changeBallot(ctx, id, input(at))),
  );
  const { refused } = await atOnce<() => Promise<unknown>, unknown>(acts, (act) => act());
  expect(Object.keys(refused).filter((reason) => reason !== 'ballots.opened-already')).toEqual([]);
  const ballot = await read().ballot.findUniqueOrThrow({ where: { id } });
  expect(ballot.state).toBe('open');
  const rules = JSON.parse(ballot.rules ?? '') as { quorum: { numerator: number } | null; options: string[] };
  expect(rules.quorum?.numerator ?? null).toBe(ballot.quorumPercent);
  const options = await read().ballotOption.findMany({
    where: { ballotId: id },
    orderBy: { position: 'asc' },
  });
  expect(rules.options).toEqual(options.map((option) => option.id));
});

it('a draft whose steps are saved in fifty windows loses none of them, and becomes one ballot', async () => {
  const moderator = await test.asPerson('moderator');
  const matter = { title: '口袋公园怎么建', question: '请大家来定。', areaId: '421002' };
  const draftId = await beginDraft(moderator, { form: matter, copied: null, step: 'kind' });
  const times = { opensAt: '2099-01-01T09:00', closesAt: '2099-01-08T09:00' };
  const saved = { kind: { kind: 'single-choice' }, options: { options: '长椅\n花坛' }, times };
  const steps = ['kind', 'options', 'times'] as const;
  const { refused } = await atOnce(fifty, (at) => {
    const step = steps[at % 3] ?? 'kind';
    return keepStep(moderator, draftId, { step, form: saved[step], goesOn: true, goesTo: 'preview' });
  });
  expect(refused).toEqual({});
  const { values, revision } = await loadDraft(moderator, draftId);
  expect(values).toMatchObject({ ...matter, kind: 'single-choice', options: '长椅\n花坛', ...times });
  const before = await read().ballot.count();
  const made = await atOnce(fifty, () => publishDraft(moderator, draftId, { revision, reason: '' }));
  expect([made.ok.length, made.refused]).toEqual([1, { 'not-found': 49 }]);
  expect((await read().ballot.count()) - before).toBe(1);
});

it('a change that came too late is made the draft of one new ballot, also where fifty presses ask for it', async () => {
  const moderator = await test.asPerson('moderator');
  const inDays = (days: number) => new Date(test.clock.now().getTime() + days * 24 * 3600_000).toISOString();
  const { id: ballotId } = await makeBallot(test, { opensAt: inDays(1), closesAt: inDays(8) });
  const draftId = await beginChange(moderator, ballotId, 'options');
  const form = { options: '长椅\n凉亭' };
  await keepStep(moderator, draftId, { step: 'options', form, goesOn: true, goesTo: 'preview' });
  await test.database.transaction((tx) =>
    tx.prisma.ballot.update({ where: { id: ballotId }, data: { state: 'open' } }),
  );
  const { refused } = await atOnce(fifty, () => raiseAnew(moderator, draftId));
  expect(refused).toEqual({});
  expect((await loadDraft(moderator, draftId)).values).toMatchObject({ options: form.options });
  expect(await read().ballotDraft.count({ where: { ballotId } })).toBe(0);
});

it('statements that fifty people post at once have numbers of their own', async () => {
  const conversationId = await makeConversation(test, { review: 'after' });
  const before = await read().statement.count({ where: { conversationId } });
  const { ok } = await atOnce([...crowd.entries()], ([at, ctx]) =>
    postStatement(ctx, { conversationId, body: `第 ${at} 个人的意见` }),
  );
  const rows = await read().statement.findMany({ where: { conversationId }, orderBy: { number: 'asc' } });
  expect(rows.map(({ number }) => number)).toEqual(rows.map((_, at) => at + 1));
  expect(rows).toHaveLength(before + ok.length);
});
