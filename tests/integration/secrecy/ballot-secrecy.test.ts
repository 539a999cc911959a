import { randomBytes, randomInt } from 'node:crypto';
import { rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeNow, makeElectorate, makeVoter, openBallotOf, vote } from '../../factories/ballots';
import type { MadeBallot } from '../../factories/ballots';
import { foundAtCounter, openRoll } from '../../factories/rolls';
import { runJobs } from '../../setup/jobs';
import { testContext } from '../../setup/context';
import type { TestContext } from '../../setup/context';
import { strongest } from './attacks';
import type { Attacked } from './attacks';
import { sqliteEvidence } from './evidence';
import type { Evidence } from './evidence';
import { gather, placeInLog, shuffled } from './gather';
import { voteAtCounter } from '~/domains/ballots/casting/assist-voter.server';
import { ballotKeyOf } from '~/domains/ballots/ballot-key.server';
import { ballotPage } from '~/domains/ballots/ballot-page.query.server';
import { counterPage } from '~/domains/ballots/paper/counter.query.server';
import { clearRemainsOfBallots, tellDueHelp } from '~/domains/ballots/index.server';
import type { Choice } from '~/domains/ballots/rules/kinds';
import { backup } from '~/platform/db/backup.server';
import type { KeyRing } from '~/platform/keys/key-ring.server';

const crowd = 30;
/** Thirty guesses at random are right once, and nine times about once in a million. */
const chance = 8;

let test: TestContext;
let people: string[];
let since = '';
beforeAll(async () => {
  test = await testContext();
  await makeElectorate(test);
  people = Array.from({ length: crowd }, () => `who-${randomBytes(8).toString('hex')}`);
  for (const person of people) await makeVoter(test, person);
});
afterAll(() => test.dispose());

const anyChoice = ({ options }: MadeBallot): Choice => ({
  kind: 'single-choice',
  option: options[randomInt(options.length)] ?? '',
});

const evidence = () => gather(test, since);

/** All vote in an order of lots, a second apart; some at the counter, some together, and some change it. */
async function voteAll(ballot: MadeBallot): Promise<void> {
  const staff = await test.asPerson('staff1');
  const order = shuffled(people);
  const tick = () => test.clock.set(new Date(test.clock.now().getTime() + 1000));
  for (const [at, person] of order.entries()) {
    tick();
    if (at === 7 || at === 19)
      await voteAtCounter(staff, ballot.id, { personId: person, choice: anyChoice(ballot) });
    else await vote(test, person, ballot.id, anyChoice(ballot));
  }
  for (const person of shuffled(order).slice(0, 8)) {
    tick();
    await vote(test, person, ballot.id, anyChoice(ballot));
  }
  await Promise.all(
    shuffled(order)
      .slice(0, 3)
      .map((person) => vote(test, person, ballot.id, anyChoice(ballot))),
  );
}

async function receipts(ballot: MadeBallot): Promise<Map<string, string>> {
  const truth = new Map<string, string>();
  for (const person of people) {
    const { own } = await ballotPage(await test.asPerson(person), ballot.id);
    truth.set(person, own?.receipt ?? '');
  }
  return truth;
}

describe('a secret ballot', { timeout: 180_000 }, () => {
  let ballot: MadeBallot;
  let attacked: Attacked & { ring: KeyRing };
  let keys: string[];

  beforeAll(async () => {
    since = await placeInLog(test);
    const closesAt = new Date(test.clock.now().getTime() + 7200_000).toISOString();
    ballot = await openBallotOf(test, { closesAt });
    await voteAll(ballot);
    const truth = await receipts(ballot);
    expect(new Set(truth.values()).size).toBe(crowd);
    const { ring } = test;
    attacked = { people, secrets: shuffled([...truth.values()]), truth, ring };
    const papers = await test.database.read.ballotPaper.findMany({ where: { ballotId: ballot.id } });
    keys = papers.flatMap(({ paperKey, casterKey }) => [paperKey, casterKey ?? paperKey]);
  });

  const expectNothing = (given: Evidence) => {
    const findings = strongest(given, attacked);
    for (const finding of findings)
      expect(finding, JSON.stringify(findings)).toSatisfy(() => finding.right <= chance);
  };

  it('cannot be joined with its voters while it is open, from the database and its log, with the data key', async () => {
    expectNothing(await evidence());
  });

  it('nor from a backup', async () => {
    if (test.database.engine !== 'sqlite') return;
    const target = path.join(os.tmpdir(), `gongzhi-backup-${randomBytes(6).toString('hex')}.sqlite`);
    try {
      await backup(test.url, target);
      expectNothing(sqliteEvidence(target));
    } finally {
      rmSync(target, { force: true });
    }
  });

  it('nor once those who were helped at the counter have been told', async () => {
    test.clock.set(new Date(test.clock.now().getTime() + 3600_000));
    await tellDueHelp(test.as('system'));
    await runJobs(test);
    expect(await test.database.read.notification.count({ where: { type: 'ballot.voted-at-counter' } })).toBe(
      2,
    );
    expectNothing(await evidence());
  });

  it('nor after closing; then no key is left in any file', async () => {
    await closeNow(test);
    await runJobs(test);
    // Somebody may still look at what is to go: then it is tried again, as the worker does each minute.
    await expect
      .poll(
        async () => {
          await clearRemainsOfBallots(test.as('system'));
          return (await test.database.read.ballot.findUniqueOrThrow({ where: { id: ballot.id } })).clearedAt;
        },
        { timeout: 60_000, interval: 500 },
      )
      .not.toBeNull();
    const left = await evidence();
    expectNothing(left);
    expect(keys.filter((key) => left.files.includes(key))).toEqual([]);
    expect(await test.database.read.elector.count({ where: { ballotId: ballot.id, voted: true } })).toBe(
      crowd,
    );
  });
});

describe('a secret ballot on a roll, cast at the counter', { timeout: 180_000 }, () => {
  let ballot: MadeBallot;
  let attacked: Attacked & { ring: KeyRing };

  beforeAll(async () => {
    since = await placeInLog(test);
    const names = Array.from({ length: crowd }, () => `甲${randomBytes(4).toString('hex')}`);
    const lines = names.map((name, at) => `${name},${at + 1}栋${at + 101},1950,`);
    const closesAt = new Date(test.clock.now().getTime() + 7200_000).toISOString();
    ballot = await openRoll(test, { closesAt }, ['姓名,室号,出生年份,户号', ...lines].join('\n'));
    const staff = await test.asPerson('staff1');
    for (const name of shuffled(names)) {
      test.clock.set(new Date(test.clock.now().getTime() + 1000));
      // As at the counter: looked up by name, then chosen, then cast.
      const [found] = await foundAtCounter(test, ballot, name);
      const personId = found?.personId ?? '';
      await counterPage(staff, ballot.id, { query: '', personId });
      await voteAtCounter(staff, ballot.id, { personId, choice: anyChoice(ballot) });
    }
    attacked = await cast();
  });

  /** Whose paper bears which receipt, as only who holds the ballot's key can tell. */
  async function cast(): Promise<Attacked & { ring: KeyRing }> {
    const where = { ballotId: ballot.id };
    const { read } = test.database;
    const [row, electors, papers] = await Promise.all([
      read.ballot.findUniqueOrThrow({ where: { id: ballot.id } }),
      read.elector.findMany({ where }),
      read.ballotPaper.findMany({ where }),
    ]);
    const key = ballotKeyOf(test.as('system'), row);
    const truth = new Map(
      electors.map(({ personId, unitKey }) => [
        personId,
        papers.find((paper) => paper.paperKey === key?.paperKey(unitKey))?.receipt ?? '',
      ]),
    );
    expect(new Set(truth.values()).size).toBe(crowd);
    const { ring } = test;
    return { people: [...truth.keys()], secrets: shuffled([...truth.values()]), truth, ring };
  }

  const expectNothing = async () => {
    const findings = strongest(await evidence(), attacked);
    for (const finding of findings)
      expect(finding, JSON.stringify(findings)).toSatisfy(() => finding.right <= chance);
  };

  it('is joined with nobody while it is open, once those helped are told, and after closing', async () => {
    await expectNothing();
    test.clock.set(new Date(test.clock.now().getTime() + 3600_000));
    await tellDueHelp(test.as('system'));
    await runJobs(test);
    await expectNothing();
    await closeNow(test);
    await runJobs(test);
    await expectNothing();
  });
});
