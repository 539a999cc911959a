import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeAreas, makePerson, makeProposal } from '../../factories/proposals';
import { emptyDatabase } from '../../setup/database';
import { mailsTo } from '../../setup/mails';
import { newDataKey, rotatingPortal, sealedTexts } from '../../setup/rotating';
import type { RotatingPortal } from '../../setup/rotating';
import { codeIn } from '../../setup/texts';
import { backUp, restore } from '~/cli/backup';
import type { Context } from '~/domains/context';
import { askToChangeAddress, changeAddress } from '~/domains/identity/proving/change-address.server';
import { confirmIdentityAtCounter } from '~/domains/identity/real-names/confirm-identity.server';
import { counterIdentitySchema } from '~/domains/identity/real-names/schema';
import { erasePerson } from '~/domains/own-data.server';
import { endorseProposal } from '~/domains/proposals/endorsing/endorse-proposal.server';
import { openServices } from '~/http/server/services.server';
import type { Services } from '~/http/server/services.server';
import { checkCharacterOf } from '~/lib/numbers/identity-number';

const [first, second] = [newDataKey(), newDataKey()];
let portal: RotatingPortal;
beforeEach(async () => {
  portal = await rotatingPortal(first);
  await makeAreas(portal.test);
  await makePerson(portal.test, 'clerk', { role: 'moderator', areaId: '421002' });
  for (const id of ['ann', 'bob', 'author']) await makePerson(portal.test, id);
});
afterEach(() => portal.dispose());

async function at({ keys, database }: Services, personId: string): Promise<Context> {
  return { ...(await portal.test.asPerson(personId)), keys, database };
}

const numberOf = (serial: number) => {
  const first17 = `42100219550301${serial}`;
  return first17 + checkCharacterOf(first17);
};

async function shows(services: Services, id: string, number: string): Promise<void> {
  const form = { email: `${id}@example.org`, name: '陈桂兰', number, seen: '身份证', consent: 'yes' };
  await confirmIdentityAtCounter(await at(services, 'clerk'), counterIdentitySchema.parse(form));
}

const taken = { reason: 'identity.number-taken' };
const hashesBy = async () => {
  await portal.test.readKeys();
  return portal.test.ring.hashesBy;
};

describe('one document, one account', () => {
  it('while the hashing key is changed, and after', async () => {
    const [one, two] = [await portal.start(first), await portal.start(first)];
    await shows(one, 'ann', numberOf(101));
    let waits = 0;
    await portal.rotateHashes(first, async () => {
      waits += 1;
      // One process is behind at each wait, first the one and then the other.
      await (waits === 1 ? one : two).keyReading.read();
      await expect(shows(one, 'bob', numberOf(101))).rejects.toMatchObject(taken);
      await expect(shows(two, 'bob', numberOf(101))).rejects.toMatchObject(taken);
      for (const { keyReading } of [one, two]) await keyReading.read();
      await shows(waits === 1 ? one : two, 'author', numberOf(200 + waits));
    });
    expect(waits).toBe(2);
    for (const { keyReading } of [one, two]) await keyReading.read();
    await expect(shows(two, 'bob', numberOf(101))).rejects.toMatchObject(taken);
    const own = await portal.test.database.read.confirmedIdentity.findMany();
    const newest = await hashesBy();
    expect(own.filter(({ numberHash }) => !numberHash.startsWith(`${newest}.`))).toEqual([]);
  });

  it('also for who closed an account before two changes, and comes back', async () => {
    const services = await portal.start(first);
    const proposal = await makeProposal(portal.test, 'author');
    await shows(services, 'ann', numberOf(101));
    await endorseProposal(await at(services, 'ann'), proposal);
    await erasePerson(await at(services, 'ann'), 'ann');
    for (let times = 0; times < 2; times += 1) {
      await portal.rotateHashes(first, () => services.keyReading.read());
      await portal.rotateHashes(first, () => services.keyReading.read(), { tidy: true });
      await services.keyReading.read();
    }
    await shows(services, 'bob', numberOf(101));
    await expect(endorseProposal(await at(services, 'bob'), proposal)).rejects.toMatchObject({
      reason: 'identity.counted-before',
    });
  });
});

it('a code that was mailed before a change of the hashing key holds after it', async () => {
  const services = await portal.start(first);
  await askToChangeAddress(await at(services, 'ann'), 'ann-new@example.org');
  const code = codeIn((await mailsTo(portal.test, 'ann-new@example.org'))[0]?.text ?? '');
  await portal.rotateHashes(first, () => services.keyReading.read());
  await services.keyReading.read();
  await changeAddress(await at(services, 'ann'), code);
});

describe('two commands at once', () => {
  const outcomes = (settled: PromiseSettledResult<unknown>[]) =>
    settled.map((one) => (one.status === 'fulfilled' ? 'done' : (one.reason as Error).message));

  it('change the hashing key: what is found before is found after, and the next call ends it', async () => {
    const services = await portal.start(first);
    await shows(services, 'ann', numberOf(101));
    const read = () => services.keyReading.read();
    const both = await Promise.allSettled([
      portal.rotateHashes(first, read),
      portal.rotateHashes(first, read),
    ]);
    const wrong = outcomes(both).filter((said) => said !== 'done' && !said.includes('at the same time'));
    expect(wrong).toEqual([]);
    await portal.rotateHashes(first, read, { tidy: true });
    await read();
    await expect(shows(services, 'bob', numberOf(101))).rejects.toMatchObject(taken);
    await portal.test.readKeys();
    expect(portal.test.ring).toMatchObject({ turning: false });
    expect(portal.test.ring.hashing).toHaveLength(1);
  });

  it('finish a change of DATA_KEY, and a third changes the hashing key: nothing sealed is lost', async () => {
    const old = await portal.start(first);
    await shows(old, 'ann', numberOf(101));
    await portal.begin(first, second);
    await portal.stop(old);
    const fresh = await portal.start(second);
    const read = () => fresh.keyReading.read();
    const all = await Promise.allSettled([
      portal.finish(second, read),
      portal.finish(second, read),
      portal.rotateHashes(second, read),
    ]);
    expect(outcomes(all)).not.toEqual(expect.arrayContaining([expect.stringContaining('not have')]));
    // Whichever was refused, the next calls end what is under way.
    await portal.finish(second, read).catch(() => undefined);
    await portal.rotateHashes(second, read);
    await read();
    await portal.test.readKeys(second);
    const { ring } = portal.test;
    expect(ring.keys).toHaveLength(1);
    const sealed = await sealedTexts(portal);
    expect(sealed.length).toBeGreaterThanOrEqual(2);
    expect(sealed.filter(({ text }) => !text.startsWith(`v2.${ring.sealing}.`))).toEqual([]);
    for (const { text } of sealed) expect(() => fresh.keys.open(text)).not.toThrow();
    await expect(shows(fresh, 'bob', numberOf(101))).rejects.toMatchObject(taken);
  });
});

it('a backup from before a change of the hashing key finds its rows once it is restored', async () => {
  const services = await portal.start(first);
  await shows(services, 'ann', numberOf(101));
  const folder = path.join(portal.folder, 'before');
  await backUp(portal.configurationOf(first), { folder }, () => undefined);
  await portal.rotateHashes(first, () => services.keyReading.read());
  const { url, dispose } = await emptyDatabase();
  try {
    await restore(portal.configurationOf(first, url), { folder }, () => undefined);
    const restored = await openServices(portal.configurationOf(first, url));
    const row = await restored.database.read.confirmedIdentity.findUniqueOrThrow({
      where: { personId: 'ann' },
    });
    expect(restored.keys.hashes(`identity:${numberOf(101)}`)).toContain(row.numberHash);
    expect(restored.keys.open(row.sealedNumber)).toBe(numberOf(101));
    await restored.database.close();
  } finally {
    await dispose();
  }
});
