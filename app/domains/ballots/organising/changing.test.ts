import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBallot, makeElectorate, openBallotOf, statutory } from '../../../../tests/factories/ballots';
import { makeProposal } from '../../../../tests/factories/proposals';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { changeBallot as changeWithin, changedBallot } from './change-ballot.server';
import { openAndCloseDueBallots } from './due-ballots.server';
import { newBallotSchema } from './new-ballot-schema';
import type { NewBallot } from './new-ballot-schema';
import type { Context } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { timelineOf } from '../../ledger/index.server';

const day = 24 * 3600_000;
let test: TestContext;
let moderator: Context;
beforeAll(async () => {
  test = await testContext();
  await makeElectorate(test);
  moderator = await test.asPerson('moderator');
});
afterAll(() => test.dispose());

const inDays = (days: number) => new Date(test.clock.now().getTime() + days * day).toISOString();
const scheduled = (change: Record<string, unknown> = {}) =>
  makeBallot(test, { opensAt: inDays(1), closesAt: inDays(8), ...change });
const rowOf = (id: string) =>
  test.database.read.ballot.findUniqueOrThrow({
    where: { id },
    include: { options: { orderBy: { position: 'asc' } }, listed: true },
  });
const stateOf = async (id: string) =>
  (await test.database.read.proposal.findUniqueOrThrow({ where: { id } })).state;

const changeBallot = (by: Context, id: string, input: NewBallot) =>
  inTransaction(by, (ctx) => changeWithin(ctx, id, input));

/** The form as it would come back with the change typed into it. */
async function change(id: string, typed: Record<string, unknown>, by: Context = moderator): Promise<void> {
  const { fields, revision } = await changedBallot(moderator, id);
  const times = {
    opensAt: `${String(fields.opensAt)}:00+08:00`,
    closesAt: `${String(fields.closesAt)}:00+08:00`,
  };
  const input = newBallotSchema.parse({
    ...fields,
    ...times,
    reason: '第一次写得不清楚',
    revision,
    ...typed,
  });
  await changeBallot(by, id, input);
}

async function reviewed(): Promise<string> {
  const id = await makeProposal(test, 'ann');
  await test.database.transaction((tx) =>
    tx.prisma.proposal.update({ where: { id }, data: { state: 'review' } }),
  );
  return id;
}

describe('a ballot that has not opened', () => {
  it('comes back unchanged from a form that nobody touched, whatever its kind', async () => {
    for (const kind of ['single-choice', 'approval', 'ranking', 'score', 'budget']) {
      const budget = {
        options: '长椅 | 40000 | 座位\n花坛 | 50000.50',
        budget: '60000',
        paperBudget: '50001',
      };
      const { id } = await scheduled({
        ...{ kind, maximumChoices: '2', seats: '2', quorumPercent: '20', paperVoting: 'on', tieRule: 'draw' },
        ...(kind === 'budget' ? budget : {}),
      });
      const plain = async () => {
        const { options, ...row } = await rowOf(id);
        return { ...row, options: options.map((option) => ({ ...option, id: '' })) };
      };
      const before = await plain();
      await change(id, {});
      expect(await plain()).toEqual({
        ...before,
        opensAt: new Date(Math.floor(Number(before.opensAt) / 60_000) * 60_000),
        closesAt: new Date(Math.floor(Number(before.closesAt) / 60_000) * 60_000),
      });
    }
  });

  it('opens as it was changed, and its history says what changed and why', async () => {
    const { id } = await scheduled();
    await change(id, {
      ...{ title: '社区口袋公园先建什么', options: '长椅\n花坛', opensAt: inDays(2), quorumPercent: '30' },
    });
    const row = await rowOf(id);
    expect(row).toMatchObject({ title: '社区口袋公园先建什么', quorumPercent: 30, state: 'scheduled' });
    expect(row.options.map(({ label }) => label)).toEqual(['长椅', '花坛']);
    const { events } = await timelineOf(test.as('visitor'), [{ kind: 'ballot', id }]);
    const event = events.find(({ type }) => type === 'ballot.changed');
    const said = event?.details ?? [];
    expect(said.join('\n')).toContain('原为“社区口袋公园怎么建”');
    expect(said.join('\n')).toContain('原为：长椅 / 健身器材 / 花坛');
    expect(said.join('\n')).toContain('规则或投票人范围有修改');
    expect(said.at(-1)).toContain('第一次写得不清楚');
  });

  it('returns a proposal that is taken off it to review, and takes another from there', async () => {
    const [off, stays, on] = [await reviewed(), await reviewed(), await reviewed()];
    const { id } = await scheduled({ proposalIds: [off, stays], options: '' });
    await change(id, { proposalIds: [stays, on] });
    expect(await Promise.all([off, stays, on].map(stateOf))).toEqual(['review', 'voting', 'voting']);
    expect((await rowOf(id)).options.map(({ proposalId }) => proposalId).sort()).toEqual([stays, on].sort());
  });

  it('keeps one list of electors', async () => {
    const { id } = await scheduled({ electorateKind: 'list', listed: 'ann@example.org\nbob@example.org' });
    await change(id, { listed: 'bob@example.org\ncai@example.org' });
    expect((await rowOf(id)).listed.map(({ email }) => email).sort()).toEqual([
      ...['bob@example.org', 'cai@example.org'],
    ]);
    await change(id, { electorateKind: 'residents' });
    expect((await rowOf(id)).listed).toEqual([]);
  });

  it('does not lose a roll on which people stand', async () => {
    const { id } = await scheduled({ electorateKind: 'roll' });
    await test.database.transaction((tx) =>
      tx.prisma.rollLine.create({
        data: {
          ...{ id: `line-${id}`, ballotId: id, sealedPerson: 'x', identityKey: 'x' },
          ...{ addedBy: 'moderator', addedAt: test.clock.now() },
        },
      }),
    );
    await expect(change(id, { electorateKind: 'residents' })).rejects.toMatchObject({
      code: 'invalid',
      field: 'electorateKind',
    });
    await change(id, { electorateKind: 'roll', title: '名册上的人来投票' });
  });
});

describe('is not changed', () => {
  it('by those who do not lead it', async () => {
    const { id } = await scheduled();
    await expect(change(id, {}, await test.asPerson('ann'))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(changedBallot(await test.asPerson('ann'), id)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(changedBallot(test.as('visitor'), id)).rejects.toMatchObject({ reason: 'signed-out' });
  });

  it('once it has opened, also where the form was filled before', async () => {
    const { id } = await scheduled();
    const { fields, revision } = await changedBallot(moderator, id);
    const input = newBallotSchema.parse({
      ...fields,
      ...{ reason: '来不及了', revision, opensAt: inDays(1), closesAt: inDays(8) },
    });
    test.clock.set(new Date(test.clock.now().getTime() + 2 * day));
    await openAndCloseDueBallots(test.as('system'));
    await expect(changeBallot(moderator, id, input)).rejects.toMatchObject({
      reason: 'ballots.opened-already',
    });
    const open = await openBallotOf(test);
    await expect(changedBallot(moderator, open.id)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('without a reason, to an end that is past, or so that it ends soon after it opens unless that is meant', async () => {
    const { id } = await scheduled(statutory);
    const faults = async (typed: Record<string, unknown>) => {
      const { fields, revision } = await changedBallot(moderator, id);
      const times = { opensAt: inDays(1), closesAt: inDays(8) };
      const form = { ...fields, ...times, reason: '写清楚一些', revision, ...typed };
      return newBallotSchema.safeParse(form).error?.issues.map(({ path, message }) => [path[0], message]);
    };
    expect(await faults({ reason: ' 无 ' })).toEqual([['reason', 'say-why']]);
    expect(await faults({ closesAt: inDays(1.5) })).toEqual([['closesAt', 'voting-short']]);
    expect(await faults({ closesAt: inDays(1.5), shortMeant: 'on' })).toBeUndefined();
    expect(await faults({ closesAt: inDays(1.5), standing: 'consultation' })).toBeUndefined();
    expect(await faults({ closesAt: inDays(1.01), standing: 'consultation' })).toEqual([
      ['closesAt', 'voting-short'],
    ]);
    await expect(change(id, { opensAt: inDays(-9), closesAt: inDays(-1) })).rejects.toMatchObject({
      field: 'closesAt',
    });
  });
});
