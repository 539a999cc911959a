import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeElectorate, openBallotOf } from '../../../../tests/factories/ballots';
import { makeProposal } from '../../../../tests/factories/proposals';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import type { Context } from '../../context';
import { exportPerson } from '../../own-data.server';
import { beginDraft } from './begin-draft.server';
import { discardDraft } from './discard-draft.server';
import { draftFaults } from './draft-faults.query.server';
import { loadDraft } from './draft-row.server';
import { firstFaults, firstFields } from './first-step.query.server';
import { keepStep } from './keep-step.server';
import { ownBallotDrafts, waitingBallotDrafts } from './own-drafts.query.server';
import { draftPreview } from './preview.query.server';
import { publishDraft } from './publish-draft.server';
import type { TypedStep } from './steps';
import type { FieldValues } from '~/lib/form-state';

let test: TestContext;
let moderator: Context;
beforeAll(async () => {
  test = await testContext();
  await makeElectorate(test);
  moderator = await test.asPerson('moderator');
});
afterAll(() => test.dispose());

const matter = { title: '社区口袋公园怎么建', question: '请大家来定。', areaId: '421002' };
const times = { opensAt: '2099-01-01T09:00', closesAt: '2099-01-08T09:00' };
const begin = (form: FieldValues = matter, copied: string | null = null) =>
  beginDraft(moderator, { form, copied, step: 'kind' });
const keep = (id: string, step: TypedStep, form: FieldValues, goesOn = true) =>
  keepStep(moderator, id, { step, form, goesOn, goesTo: 'preview' });
const faultsOf = async (id: string) =>
  (await draftFaults(moderator, await loadDraft(moderator, id))).map(({ step, faults }) => [
    step,
    faults.map(({ field }) => field),
  ]);

async function written(): Promise<string> {
  const id = await begin();
  await keep(id, 'kind', { kind: 'budget' });
  await keep(id, 'options', { options: '长椅 | 4000 | 座位\n花坛 | 5000.50', budget: '6000' });
  await keep(id, 'electorate', {
    ...{
      electorateKind: 'residents',
      minimumAge: '16',
      unit: 'household',
      entrusted: '1',
      paperVoting: 'on',
    },
  });
  await keep(id, 'times', times);
  return id;
}

describe('a draft of a ballot', () => {
  it('becomes the ballot that was typed, and is gone', async () => {
    const id = await written();
    expect(await faultsOf(id)).toEqual([]);
    const { revision } = await loadDraft(moderator, id);
    const ballotId = await publishDraft(moderator, id, { revision, reason: '' });
    const row = await test.database.read.ballot.findUniqueOrThrow({
      where: { id: ballotId },
      include: { options: { orderBy: { position: 'asc' } } },
    });
    expect(row).toMatchObject({
      ...{ ...matter, kind: 'budget', state: 'scheduled', minimumAge: 16, unit: 'household' },
      ...{ paperVoting: true, opensAt: new Date('2099-01-01T01:00:00Z'), createdBy: 'moderator' },
    });
    expect(JSON.parse(row.terms)).toMatchObject({ entrusted: 1, budget: { fen: 600000 } });
    expect(row.options.map(({ label, costFen, groupName }) => [label, Number(costFen), groupName])).toEqual([
      ['长椅', 400000, '座位'],
      ['花坛', 500050, null],
    ]);
    await expect(loadDraft(moderator, id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('keeps what is refused, and what another kind does not ask, until it is asked again', async () => {
    const id = await written();
    const { faults } = await keep(id, 'options', { options: '长椅 | 四千', budget: '6000' });
    expect(faults.map(({ field }) => field)).toEqual(['options', 'options']);
    expect((await loadDraft(moderator, id)).values.options).toBe('长椅 | 四千');
    expect(await faultsOf(id)).toEqual([['options', ['options', 'options']]]);
    await keep(id, 'kind', { kind: 'ranking' });
    await keep(id, 'options', { options: '长椅\n花坛' });
    expect((await loadDraft(moderator, id)).asked.budget).toBe('');
    await keep(id, 'kind', { kind: 'budget' });
    expect((await loadDraft(moderator, id)).asked.budget).toBe('6000');
    // Left by another button nothing is asked; a box that is not ticked is unticked.
    await keep(id, 'electorate', { electorateKind: 'list', listed: '' }, false);
    expect((await loadDraft(moderator, id)).values).toMatchObject({
      paperVoting: '',
      electorateKind: 'list',
    });
  });

  it('says what it cannot be called with, and only its step asks about it', async () => {
    const id = await begin({ ...matter, areaId: '421003' });
    expect(await faultsOf(id)).toEqual([
      ['matter', ['areaId']],
      ['options', ['options']],
      ['times', ['opensAt', 'closesAt']],
    ]);
    await keep(id, 'times', { opensAt: '2020-01-01T09:00', closesAt: '2020-01-08T09:00' });
    expect(await faultsOf(id)).toContainEqual(['times', ['closesAt']]);
    const { revision } = await loadDraft(moderator, id);
    await expect(publishDraft(moderator, id, { revision, reason: '' })).rejects.toMatchObject({
      reason: 'ballots.draft-unfinished',
    });
  });

  it('opens now where it was to open before, and asks whether so short a vote is meant', async () => {
    const id = await written();
    const now = test.clock.now();
    const minutes = new Date(now.getTime() + 10 * 60_000).toISOString();
    const short = { opensAt: '2020-01-01T09:00', closesAt: minutes };
    const { faults } = await keep(id, 'times', short);
    expect(faults).toMatchObject([{ field: 'closesAt', issue: { message: 'voting-short' } }]);
    await keep(id, 'times', { ...short, shortMeant: 'on' });
    const { revision } = await loadDraft(moderator, id);
    const ballotId = await publishDraft(moderator, id, { revision, reason: '' });
    const row = await test.database.read.ballot.findUniqueOrThrow({ where: { id: ballotId } });
    expect(row.opensAt).toEqual(now);
  });

  it('is published as the preview showed it, or not', async () => {
    const id = await written();
    const { revision } = await loadDraft(moderator, id);
    await keep(id, 'matter', { ...matter, title: '换了一个标题' });
    await expect(publishDraft(moderator, id, { revision, reason: '' })).rejects.toMatchObject({
      reason: 'ballots.draft-changed',
    });
  });

  it('is shown as voters will see it, counted once with papers that nobody cast', async () => {
    const id = await written();
    const { ballot, questions, sample } = await draftPreview(moderator, await loadDraft(moderator, id));
    expect(ballot).toMatchObject({ title: matter.title, kind: 'budget', terms: { entrusted: 1 } });
    expect(ballot.options.map(({ label, costFen }) => [label, costFen])).toEqual([
      ['长椅', 400000],
      ['花坛', 500050],
    ]);
    expect(questions).toEqual([]);
    expect([sample.result.kind, sample.result.papers, sample.result.invalid]).toEqual(['budget', 60, 0]);
    expect(sample.result.winners).toHaveLength(1);
  });

  it('is of whoever began it: found again, given out to them, discarded by them alone', async () => {
    const id = await begin();
    const admin = await test.asPerson('staff1');
    await expect(loadDraft(admin, id)).rejects.toMatchObject({ code: 'not-found' });
    await discardDraft(admin, id);
    expect((await ownBallotDrafts(moderator))[0]).toMatchObject({ id, title: matter.title, step: 'kind' });
    const person = moderator as Parameters<typeof waitingBallotDrafts>[0];
    expect((await waitingBallotDrafts(person))[0]).toMatchObject({ id, ask: 'go-on-writing' });
    expect(JSON.stringify(await exportPerson(moderator, 'moderator'))).toContain(id);
    await discardDraft(moderator, id);
    expect((await ownBallotDrafts(moderator)).map((draft) => draft.id)).not.toContain(id);
  });

  it('is not begun by those who call no ballots', async () => {
    const ann = await test.asPerson('ann');
    const begins = { proposals: [], copied: null, area: null };
    await expect(firstFields(ann, begins)).rejects.toMatchObject({ reason: 'ballots.not-organiser' });
    await expect(beginDraft(ann, { form: matter, copied: null, step: 'kind' })).rejects.toMatchObject({
      reason: 'ballots.not-organiser',
    });
  });
});

describe('a new ballot', () => {
  it('begins with the proposal for which it is called, or with an area', async () => {
    const id = await makeProposal(test, 'ann');
    const begins = (change: object) =>
      firstFields(moderator, { proposals: [], copied: null, area: null, ...change });
    await test.database.transaction((tx) =>
      tx.prisma.proposal.update({ where: { id }, data: { state: 'review', title: '装路灯' } }),
    );
    const { areaId } = await test.database.read.proposal.findUniqueOrThrow({ where: { id } });
    expect(await begins({ proposals: [id] })).toMatchObject({ title: '装路灯', proposalIds: [id], areaId });
    expect(await begins({ area: '421002' })).toMatchObject({ areaId: '421002' });
    // Nothing is begun in an area where somebody else calls ballots.
    expect(await begins({ area: '421003' })).toMatchObject({ areaId: '' });
    await test.database.transaction((tx) =>
      tx.prisma.proposal.update({ where: { id }, data: { state: 'declined' } }),
    );
    const faults = await firstFaults(moderator, { form: { ...matter, proposalIds: id }, copied: null });
    expect(faults.map(({ field }) => field)).toEqual(['proposalIds']);
  });

  it('is copied from an older one without its times, its list and its proposals', async () => {
    const old = await openBallotOf(test, { quorumPercent: '20', unit: 'household', title: '去年的投票' });
    const fields = await firstFields(moderator, { proposals: [], copied: old.id, area: null });
    expect(fields).toMatchObject({ title: '去年的投票', quorumPercent: '20', opensAt: '', closesAt: '' });
    const id = await begin({ ...matter, title: '今年的投票' }, old.id);
    const { values } = await loadDraft(moderator, id);
    expect(values).toMatchObject({ title: '今年的投票', options: '长椅\n健身器材\n花坛', unit: 'household' });
    expect(await faultsOf(id)).toEqual([['times', ['opensAt', 'closesAt']]]);
    await expect(begin(matter, 'nothing')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('keeps the costs of projects whose names hold what parts name and cost', async () => {
    const options = '长椅 | 400\n花坛 | 300';
    const old = await openBallotOf(test, { kind: 'budget', budget: '1000', options });
    await test.database.transaction((tx) =>
      tx.prisma.ballotOption.update({
        where: { id: old.options[0] ?? '' },
        data: { label: '口袋公园｜二期 | 50\n长椅' },
      }),
    );
    const { options: copied } = await firstFields(moderator, { proposals: [], copied: old.id, area: null });
    expect(copied).toBe('口袋公园 / 二期 / 50 / 长椅 | 400\n花坛 | 300');
  });
});
