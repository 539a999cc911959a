import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  day,
  giveAnswer,
  makeConversation,
  makeNeighbours,
  statementsOf,
} from '../../factories/conversations';
import { makePerson } from '../../factories/proposals';
import { testContext } from '../../setup/context';
import type { TestContext } from '../../setup/context';
import { runJobs } from '../../setup/jobs';
import { strongest } from './attacks';
import { gather, placeInLog, shuffled } from './gather';
import { decideStatement } from '~/domains/opinions/statements/decide-statement.server';
import { clearRemainsOfConversations, endDueConversations } from '~/domains/opinions/index.server';
import { postStatement } from '~/domains/opinions/statements/post-statement.server';

const crowd = 16;
/** As many guesses at random are right once, and nine times about once in a million. */
const chance = 8;
const seeds = ['路灯要亮', '井盖要平', '树要常修', '车要有序', '楼道要净'];

let test: TestContext;
let people: string[];
beforeAll(async () => {
  test = await testContext();
  await makeNeighbours(test);
  people = Array.from({ length: crowd }, () => `who-${randomBytes(8).toString('hex')}`);
  for (const person of people) await makePerson(test, person);
  await test.database.transaction((tx) =>
    tx.prisma.person.updateMany({ where: { id: { in: people } }, data: { mailFrequency: 'immediate' } }),
  );
});
afterAll(() => test.dispose());

/** Everyone answers all statements in a way of their own: the bits of the place. */
const answersOf = (place: number) => seeds.map((_, bit) => ((place + 1) >> bit) & 1);

async function takePart(id: string): Promise<Map<string, string>> {
  const authors = new Map<string, string>();
  const moderator = await test.asPerson('moderator');
  const tick = () => test.clock.set(new Date(test.clock.now().getTime() + 1000));
  for (const person of shuffled(people)) {
    tick();
    const place = people.indexOf(person);
    if (place < crowd / 2) {
      const body = `观点 ${randomBytes(6).toString('hex')}`;
      await postStatement(await test.asPerson(person), { conversationId: id, body });
      authors.set(person, body);
    }
    for (const [at, answer] of answersOf(place).entries())
      await giveAnswer(test, {
        personId: person,
        conversationId: id,
        number: at + 1,
        answer: answer === 1 ? 'agree' : 'disagree',
      });
  }
  for (const statement of shuffled(
    (await statementsOf(test, id)).filter(({ state }) => state === 'waiting'),
  )) {
    tick();
    await decideStatement(moderator, { statementId: statement.id, accept: true, reason: '' });
    await runJobs(test);
  }
  return authors;
}

/** Whose answers stand under which id, as only the test knows. */
async function participants(id: string): Promise<Map<string, string>> {
  const statements = (await statementsOf(test, id)).slice(0, seeds.length);
  const rows = await test.database.read.statementAnswer.findMany({
    where: { participant: { conversationId: id } },
  });
  const truth = new Map<string, string>();
  for (const participantId of new Set(rows.map((row) => row.participantId))) {
    const bits = statements.map(({ id: statementId }) =>
      rows.some(
        (row) => row.participantId === participantId && row.statementId === statementId && row.answer === 1,
      ),
    );
    const place = bits.reduce((sum, bit, at) => sum + (bit ? 1 << at : 0), 0) - 1;
    truth.set(people[place] ?? '', participantId);
  }
  return truth;
}

/** As the recurring job: beside many tests somebody may be looking at what is to go, and it is tried again. */
async function clearedRow(id: string) {
  for (let turn = 0; turn < 20; turn += 1) {
    await clearRemainsOfConversations(test.as('system'));
    const row = await test.database.read.conversation.findUniqueOrThrow({ where: { id } });
    if (row.clearedAt !== null) return row;
  }
  return null;
}

it(
  'cannot be joined with who answered and who wrote what, once it is over',
  { timeout: 240_000 },
  async () => {
    const since = await placeInLog(test);
    const id = await makeConversation(test, { seeds });
    const authors = await takePart(id);
    // The ids under which the answers lay while it was open: the log of those days has them.
    const open = await participants(id);
    expect(await test.database.read.notification.count({ where: { type: 'statement.accepted' } })).toBe(
      authors.size,
    );
    expect(await test.database.read.mail.count({ where: { personId: { in: people } } })).toBe(authors.size);
    test.clock.set(new Date(test.clock.now().getTime() + 8 * day));
    await endDueConversations(test.as('system'));
    await runJobs(test);
    const row = await clearedRow(id);
    expect(row).toMatchObject({ state: 'closed', clearedAt: expect.any(Date) });
    const truth = await participants(id);
    expect([...truth.keys()].sort()).toEqual([...people].sort());
    const left = await gather(test, since);
    const { ring } = test;
    const writers = [...authors.keys()];
    for (const attacked of [
      { people, secrets: shuffled([...truth.values()]), truth, ring },
      { people: writers, secrets: shuffled([...authors.values()]), truth: authors, ring },
    ]) {
      // The log of the days in which it was open tells who wrote a statement: docs/opinions.md says so.
      const findings = strongest({ ...left, log: () => [] }, attacked);
      for (const finding of findings)
        expect(finding, JSON.stringify(findings)).toSatisfy(() => finding.right <= chance);
    }
    // Who wrote nothing is joined with no answers by that log either.
    const silent = people.filter((person) => !authors.has(person));
    const ids = silent.map((person) => open.get(person) ?? '');
    const unwritten = { people: silent, secrets: shuffled(ids), truth: open, ring };
    for (const finding of strongest(left, unwritten))
      expect(finding, 'who wrote nothing').toSatisfy(() => finding.right <= chance / 2);
    for (const [table, rows] of left.tables)
      for (const { text } of rows)
        for (const [person, body] of authors)
          expect(text.includes(person) && text.includes(body), table).toBe(false);
    expect(await test.database.read.mail.count({ where: { text: { contains: '写的观点' } } })).toBe(0);
    if (test.database.engine === 'sqlite')
      expect(strongest(left, { people, secrets: [...truth.values()], truth, ring })[2]).toMatchObject({
        right: 0,
      });
  },
);
