import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeNow, makeElectorate, openBallotOf, recordText, vote } from '../../factories/ballots';
import type { MadeBallot } from '../../factories/ballots';
import { communityId } from '../../factories/proposals';
import { emptyDatabase } from '../../setup/database';
import { mailsTo } from '../../setup/mails';
import { newDataKey, rotatingPortal, sealedTexts } from '../../setup/rotating';
import type { RotatingPortal } from '../../setup/rotating';
import { backUp, restore } from '~/cli/backup';
import { UsageError } from '~/cli/usage-error';
import { ballotPage } from '~/domains/ballots/ballot-page.query.server';
import { readBallotRecord } from '~/domains/ballots/rules/record/read-ballot-record';
import { verifyBallotRecord } from '~/domains/ballots/rules/record/verify-ballot-record';
import { inTransaction } from '~/domains/in-transaction.server';
import { requestResidence } from '~/domains/identity/residence/residence.server';
import { openServices } from '~/http/server/services.server';
import type { Services } from '~/http/server/services.server';
import { demoDataKey } from '~/platform/configuration.server';
import { keyedHash } from '~/platform/crypto/keyed-hash.server';
import { seal } from '~/platform/crypto/seal.server';
import { authorityText } from '~/platform/crypto/signing-authority.server';
import { writeKept } from '~/platform/db/kept-values.server';
import { checkName } from '~/platform/keys/begun-with.server';
import { queueMail } from '~/platform/mail/queue-mail.server';

let portal: RotatingPortal;
let [first, second] = ['', ''];
beforeEach(async () => {
  [first, second] = [newDataKey(), newDataKey()];
  portal = await rotatingPortal(first);
  await makeElectorate(portal.test);
});
afterEach(() => portal.dispose());

const pick = ({ options }: MadeBallot) => ({ kind: 'single-choice' as const, option: options[0] ?? '' });
const named = (services: Services) => ({ ...services, named: () => Promise.resolve('沙市') });
const addressOf = (person: string) => `沙市区崇文街道 ${person} 号`;

/** What a person does with a process: an address is sealed, and a mail waits. */
async function livesAt({ database, keys, configuration }: Services, person: string): Promise<void> {
  const ctx = { ...(await portal.test.asPerson(person)), keys };
  await requestResidence(ctx, { areaId: communityId, address: addressOf(person), birthYear: 1980 });
  await inTransaction({ ...ctx, database, configuration }, (ctx) =>
    queueMail(ctx, ctx, {
      ...{ recipient: `${person}@example.org`, personId: person, unsubscribeUrl: null, locale: 'en' },
      ...{ at: portal.test.clock.now(), subject: 'Hello', paragraphs: [addressOf(person)], footer: [] },
    }),
  );
}

async function addresses({ database, keys }: Services): Promise<string[]> {
  const rows = await database.read.residenceVerification.findMany({ orderBy: { personId: 'asc' } });
  return rows.map(({ sealedAddress }) => keys.open(sealedAddress));
}

async function votes(ballot: MadeBallot, person: string, { keys }: Services) {
  await vote(
    { ...portal.test, asPerson: async (id) => ({ ...(await portal.test.asPerson(id)), keys }) },
    person,
    ballot.id,
    pick(ballot),
  );
}

const receiptOf = async ({ id }: MadeBallot, person: string) =>
  (await ballotPage(await portal.test.asPerson(person), id)).own?.receipt ?? null;

const refusal = (act: Promise<unknown>) => expect(act).rejects.toThrow(UsageError);

async function restored(folder: string, key: string): Promise<string[]> {
  const { url, dispose } = await emptyDatabase();
  const said: string[] = [];
  try {
    await restore(portal.configurationOf(key, url), { folder }, (line) => said.push(line));
    const services = await openServices(portal.configurationOf(key, url));
    return await addresses(services).finally(() => services.database.close());
  } finally {
    await dispose();
  }
}

describe('a backup', () => {
  it('is restored with the DATA_KEY of its time: before, while and after that is changed', async () => {
    const old = await portal.start(first);
    await livesAt(old, 'ann');
    await portal.stop(old);
    const made = async (name: string, key: string) => {
      const folder = path.join(portal.folder, name);
      await backUp(portal.configurationOf(key), { folder }, () => undefined);
      return folder;
    };
    const before = await made('before', first);
    await portal.begin(first, second);
    const during = await made('while', second);
    await portal.finish(second);
    const after = await made('after', second);
    const opens = [
      [before, first],
      [during, first],
      [during, second],
      [after, second],
    ] as const;
    for (const [folder, key] of opens)
      expect(await restored(folder, key), folder).toEqual([addressOf('ann')]);
    await expect(restored(before, second)).rejects.toThrow('of a restored backup: the one of its time');
    await expect(restored(after, first)).rejects.toThrow('sealed with another key');
  });
});

describe('a change of DATA_KEY', () => {
  it('loses nothing while people write, vote and are answered, and leaves nothing to the old key', async () => {
    const old = await portal.start(first);
    const ballot = await openBallotOf(portal.test);
    await livesAt(old, 'ann');
    await votes(ballot, 'ann', old);
    const authority = await authorityText(named(old), portal.test.clock.now());
    await portal.begin(first, second);
    await old.keyReading.read();
    await livesAt(old, 'bob');
    const fresh = await portal.start(second);
    await livesAt(fresh, 'cai');
    expect(await addresses(old)).toEqual(['ann', 'bob', 'cai'].map(addressOf));
    // A process was forgotten: the command says so, and does nothing.
    await expect(portal.finish(second, () => old.keyReading.read())).rejects.toThrow('A process still uses');
    await portal.stop(old);

    const waits: string[] = [];
    await portal.finish(second, async () => {
      waits.push(`${portal.test.ring.keys.length}`);
      const [dan, voter] = waits.length === 2 ? ['dan', 'cai'] : ['eve', 'dan'];
      if (waits.length > 1) await livesAt(fresh, dan);
      await fresh.keyReading.read();
      if (waits.length > 1) await votes(ballot, voter, fresh);
      expect((await addresses(fresh)).length).toBeGreaterThan(waits.length + 1);
    });
    expect(waits).toHaveLength(3);
    await fresh.keyReading.read();
    await portal.test.readKeys(second);

    expect(await addresses(fresh)).toEqual(['ann', 'bob', 'cai', 'dan', 'eve'].map(addressOf));
    const { ring } = portal.test;
    expect(ring.keys).toHaveLength(1);
    const sealed = await sealedTexts(portal);
    expect(new Set(sealed.map(({ column }) => column)).size).toBeGreaterThanOrEqual(4);
    expect(sealed.filter(({ text }) => !text.startsWith(`v2.${ring.sealing}.`))).toEqual([]);
    expect(
      (await mailsTo(portal.test, 'ann@example.org')).some(({ text }) => text.includes(addressOf('ann'))),
    ).toBe(true);
    expect(await authorityText(named(fresh), portal.test.clock.now())).toBe(authority);

    for (const person of ['ann', 'cai', 'dan'])
      expect(await receiptOf(ballot, person), person).not.toBeNull();
    await votes(ballot, 'ann', fresh);
    await closeNow(portal.test);
    const reading = readBallotRecord(new TextEncoder().encode(await recordText(portal.test, ballot.id)));
    if (!reading.ok) throw new Error(reading.fault);
    expect(reading.record.papers).toHaveLength(3);
    expect(verifyBallotRecord(reading.record).differences).toEqual([]);
    await expect(portal.start(first)).rejects.toThrow('DATA_KEY: this database was sealed with another key');
  });

  it('goes on wherever it was broken off', async () => {
    const old = await portal.start(first);
    for (const person of ['ann', 'bob', 'cai']) await livesAt(old, person);
    await portal.stop(old);
    await portal.begin(first, second);
    const places = new Set<string>();
    for (let lines = 1, isDone = false; !isDone; lines += 1) {
      let left = lines;
      const killed = (line: string) => {
        left -= 1;
        if (left > 0) return;
        places.add(line.slice(0, 12));
        throw new Error('killed');
      };
      isDone = await portal.call(second, { finish: true }, { say: killed }).then(
        () => true,
        // What was killed at its last word has nothing left to do.
        (error: Error) => error instanceof UsageError,
      );
      expect(lines).toBeLessThan(20);
      const now = await portal.start(second);
      expect(await addresses(now)).toEqual(['ann', 'bob', 'cai'].map(addressOf));
      await portal.stop(now);
    }
    expect(places.size).toBeGreaterThanOrEqual(4);
    await portal.test.readKeys(second);
    const { ring } = portal.test;
    expect((await sealedTexts(portal)).filter(({ text }) => !text.startsWith(`v2.${ring.sealing}.`))).toEqual(
      [],
    );
    await refusal(portal.finish(second));
  });

  it('takes the key of a database that is older than rings out of it, and leaves what it hashed', async () => {
    await portal.test.database.transaction((tx) => tx.sql.run(`DELETE FROM "KeptValue"`));
    await writeKept(portal.test.database, checkName, seal(first, 'sealed with the data key of this portal'));
    await portal.test.readKeys();
    const { keys } = portal.test.as('system');
    const hash = keyedHash(first, 'household');
    const old = await portal.start(first);
    const ballot = await openBallotOf(portal.test);
    await livesAt(old, 'ann');
    await votes(ballot, 'ann', old);
    expect((await sealedTexts(portal)).filter(({ text }) => !text.startsWith('v1.'))).toEqual([]);
    expect(keys.hash('household')).toBe(hash);
    await portal.stop(old);
    await portal.begin(first, second);
    await portal.finish(second);
    const fresh = await portal.start(second);
    await portal.test.readKeys(second);
    expect(await addresses(fresh)).toEqual([addressOf('ann')]);
    expect([fresh.keys.hash('household'), keys.hash('household')]).toEqual([hash, hash]);
    expect((await sealedTexts(portal)).filter(({ text }) => text.startsWith('v1.'))).toEqual([]);
    await votes(ballot, 'ann', fresh);
    await closeNow(portal.test);
    expect(await recordText(portal.test, ballot.id)).toMatch(/"receipt"/);
    expect(await portal.test.database.read.countedPaper.count({ where: { ballotId: ballot.id } })).toBe(1);
    await expect(portal.start(first)).rejects.toThrow('another key');
  });

  it('says in words what is wrong with a call, and changes nothing', async () => {
    const third = newDataKey();
    await expect(portal.call(first, {})).rejects.toThrow('--key-file (to begin)');
    await expect(portal.finish(first)).rejects.toThrow('No change of DATA_KEY is under way');
    await expect(portal.begin(first, first)).rejects.toThrow('This is the DATA_KEY that holds');
    await expect(portal.begin(first, demoDataKey)).rejects.toThrow('everyone knows');
    await expect(portal.begin(first, 'short')).rejects.toThrow('must hold 32 bytes in base64');
    await portal.begin(first, second);
    await portal.begin(first, second);
    await expect(portal.finish(first)).rejects.toThrow('still the old one');
    // The new key was mislaid before anybody used it: another one takes its place.
    await portal.begin(first, third);
    await expect(portal.start(second)).rejects.toThrow('another key');
    // And back: the old one holds after all.
    const running = await portal.start(third);
    await expect(portal.begin(first, second, () => running.keyReading.read())).rejects.toThrow(
      'A process still uses',
    );
    await portal.stop(running);
    await portal.begin(third, first);
    await portal.finish(first);
    await expect(portal.start(third)).rejects.toThrow('another key');
    expect(portal.said.at(-1)).toContain('gongzhi backup');
  });
});
