import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeNow, makeElectorate, openBallotOf, recordText, vote } from '../../factories/ballots';
import type { MadeBallot } from '../../factories/ballots';
import { communityId, makePerson, makeProposal } from '../../factories/proposals';
import { newDataKey, rotatingPortal } from '../../setup/rotating';
import type { RotatingPortal } from '../../setup/rotating';
import { codeIn } from '../../setup/texts';
import type { Context } from '~/domains/context';
import { doOnce } from '~/domains/do-once.server';
import { hashedColumns } from '~/domains/hashed-columns.server';
import { askToConfirmPhone, confirmPhone } from '~/domains/identity/phones/own-phone.server';
import { decideResidence, requestResidence } from '~/domains/identity/residence/residence.server';
import { erasePerson } from '~/domains/own-data.server';
import { endorseProposal } from '~/domains/proposals/endorsing/endorse-proposal.server';
import { readBallotRecord } from '~/domains/ballots/rules/record/read-ballot-record';
import { newId } from '~/platform/ids';
import type { Services } from '~/http/server/services.server';
import { madeBy } from '~/platform/keys/rehash.server';

const number = '8613812345678';
const sms = { url: 'smpp://a:b@127.0.0.1:1', from: '', signature: '', countries: ['86'], mostInADay: 99 };
const dataKey = newDataKey();
let portal: RotatingPortal;
let processes: Services[] = [];
beforeEach(async () => {
  portal = await rotatingPortal(dataKey);
  await makeElectorate(portal.test);
  processes = [await portal.start(dataKey), await portal.start(dataKey)];
});
afterEach(() => portal.dispose());

/** A person at one of the two processes. */
async function at(which: 0 | 1, personId: string): Promise<Context> {
  const services = processes[which];
  if (!services) throw new Error('No such process');
  const { keys, database } = services;
  const ctx = await portal.test.asPerson(personId);
  return { ...ctx, keys, database, configuration: { ...ctx.configuration, sms } };
}

async function takesPhone(ctx: Context): Promise<void> {
  await askToConfirmPhone(ctx, number);
  const row = await ctx.database.read.textMessage.findFirstOrThrow({
    where: { personId: ctx.actor.kind === 'person' ? ctx.actor.personId : '', purpose: 'text-confirm' },
    orderBy: { id: 'desc' },
  });
  await confirmPhone(ctx, codeIn(ctx.keys.open(row.sealedWords)));
}

async function movesIn(which: 0 | 1, personId: string, address = '便河路1号3栋401室'): Promise<void> {
  const ctx = await at(which, personId);
  await requestResidence(ctx, { areaId: communityId, address, birthYear: 1980 });
  const { id } = await ctx.database.read.residenceVerification.findFirstOrThrow({
    where: { personId },
    orderBy: { id: 'desc' },
  });
  await decideResidence(await at(which, 'moderator'), { id, confirm: true, reason: '' });
}

const householdOf = async (personId: string) =>
  (await portal.test.database.read.person.findUniqueOrThrow({ where: { id: personId } })).householdKey;

const phones = () => portal.test.database.read.confirmedPhone.findMany();

async function readAll(): Promise<void> {
  for (const { keyReading } of processes) await keyReading.read();
}

/** Columns that hold hashes which are not the newest key's. */
async function olderHashes(): Promise<string[]> {
  await portal.test.readKeys();
  const { ring } = portal.test;
  const found: string[] = [];
  for (const { table, column } of hashedColumns) {
    const [test, value] = madeBy(column, ring.hashesBy);
    const rows = await portal.test.database.sql.all(
      `SELECT "${column}" FROM "${table}" WHERE "${column}" IS NOT NULL AND NOT (${test})`,
      [value],
    );
    if (rows.length > 0) found.push(`${table}.${column}`);
  }
  return found;
}

const pick = ({ options }: MadeBallot) => ({ kind: 'single-choice' as const, option: options[0] ?? '' });

async function votes(ballot: MadeBallot, person: string): Promise<void> {
  await vote({ ...portal.test, asPerson: (id) => at(0, id) }, person, ballot.id, pick(ballot));
}

describe('a new hashing key', () => {
  it('finds all that was there, makes anew what lies sealed, and keeps the old key for what is erased', async () => {
    const ballot = await openBallotOf(portal.test);
    await votes(ballot, 'ann');
    await takesPhone(await at(0, 'ann'));
    await movesIn(0, 'ann');
    await movesIn(0, 'bob');
    const proposal = await makeProposal(portal.test, 'eve');
    await makePerson(portal.test, 'gone');
    await endorseProposal(await at(0, 'gone'), proposal);
    await erasePerson(await at(0, 'gone'), 'gone');

    await portal.rotateHashes(dataKey, readAll);
    await readAll();
    expect(await olderHashes()).toEqual(['Person.erasedKey', 'Ballot.keyCheck']);
    expect(portal.test.ring.hashing).toHaveLength(2);
    expect(portal.said.join('\n')).toContain('One older key stays');
    expect(await householdOf('ann')).toBe(await householdOf('bob'));

    // Who was erased comes back, and is known.
    await makePerson(portal.test, 'back');
    const email = { email: 'gone@example.org' };
    await portal.test.database.transaction((tx) =>
      tx.prisma.person.update({ where: { id: 'back' }, data: email }),
    );
    await expect(endorseProposal(await at(1, 'back'), proposal)).rejects.toThrow();
    expect(await portal.test.database.read.endorsement.count({ where: { proposalId: proposal } })).toBe(1);
    // The phone passes on, and there is one.
    await takesPhone(await at(1, 'dan'));
    expect((await phones()).map(({ personId }) => personId)).toEqual(['dan']);
    // Who votes again replaces the paper.
    await votes(ballot, 'ann');
    await votes(ballot, 'cai');
    await closeNow(portal.test);
    const reading = readBallotRecord(new TextEncoder().encode(await recordText(portal.test, ballot.id)));
    expect(reading.ok && reading.record.papers.length).toBe(2);

    await portal.rotateHashes(dataKey, readAll, { tidy: true });
    expect(await olderHashes()).toEqual(['Person.erasedKey']);
    await portal.test.database.transaction((tx) =>
      tx.prisma.person.updateMany({ data: { erasedKey: null } }),
    );
    await portal.rotateHashes(dataKey, readAll, { tidy: true });
    await portal.test.readKeys();
    expect(portal.test.ring.hashing.map(({ id }) => id)).toEqual([portal.test.ring.hashesBy]);
    await readAll();
    await takesPhone(await at(0, 'cai'));
    expect((await phones()).map(({ personId }) => personId)).toEqual(['cai']);
  });

  it.each([
    { first: 0, second: 1 },
    { first: 1, second: 0 },
  ] as const)(
    'lets nothing in twice while one process is behind: $first, then $second',
    async ({ first, second }) => {
      await makePerson(portal.test, 'fay');
      let waits = 0;
      await portal.rotateHashes(dataKey, async () => {
        waits += 1;
        // Both know the new key; then one hashes by it while the other has not read so yet.
        if (waits === 1) return readAll();
        await processes[1]?.keyReading.read();
        await takesPhone(await at(first, 'ann'));
        await takesPhone(await at(second, 'bob'));
        await movesIn(first, 'cai');
        await movesIn(second, 'dan');
        const form = { formDigest: () => Promise.resolve('one form') };
        const made: string[] = [];
        for (const which of [first, second])
          made.push(
            await doOnce({ ...(await at(which, 'fay')), ...form }, 'test', () =>
              Promise.resolve(newId(new Date())),
            ),
          );
        expect(new Set(made).size).toBe(1);
        await readAll();
      });
      expect(waits).toBe(2);
      expect((await phones()).map(({ personId }) => personId)).toEqual(['bob']);
      expect(await householdOf('cai')).toBe(await householdOf('dan'));
      expect(await householdOf('cai')).not.toBeNull();
    },
  );

  it('is one for all who act at once while it is being changed', async () => {
    const many = Array.from({ length: 12 }, (_, count) => `p${String(count).padStart(2, '0')}`);
    for (const id of many) await makePerson(portal.test, id);
    const acts: Promise<unknown>[] = [];
    const start = async (people: string[]) => {
      for (const [count, id] of people.entries()) {
        const which = count % 2 === 0 ? 0 : 1;
        acts.push(
          movesIn(which, id),
          at(which, id)
            .then(takesPhone)
            .catch(() => undefined),
        );
      }
      await Promise.resolve();
    };
    let waits = 0;
    await portal.rotateHashes(dataKey, async () => {
      waits += 1;
      await readAll();
      await start(many.slice((waits - 1) * 6, waits * 6));
    });
    await Promise.all(acts);
    await readAll();
    await portal.rotateHashes(dataKey, readAll, { tidy: true });
    expect(await phones()).toHaveLength(1);
    const keys = await Promise.all(many.map(householdOf));
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).not.toBeNull();
  });

  it('goes on wherever it was broken off, and waits for a change of DATA_KEY', async () => {
    await takesPhone(await at(0, 'ann'));
    await movesIn(0, 'bob');
    for (let lines = 1, isDone = false; !isDone; lines += 1) {
      let left = lines;
      const say = () => {
        left -= 1;
        if (left === 0) throw new Error('killed');
      };
      isDone = await portal.rotateHashes(dataKey, readAll, { say, tidy: lines > 4 }).then(
        () => true,
        (error: Error) => {
          expect(error.message).toBe('killed');
          return false;
        },
      );
      expect(lines).toBeLessThan(20);
      await readAll();
      await takesPhone(await at(lines % 2 === 0 ? 0 : 1, lines % 2 === 0 ? 'ann' : 'cai'));
      expect(await phones()).toHaveLength(1);
    }
    expect(await olderHashes()).not.toContain('ConfirmedPhone.numberHash');
    await portal.begin(dataKey, newDataKey());
    await expect(portal.rotateHashes(dataKey)).rejects.toThrow('DATA_KEY is being changed');
  });
});
