import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { subjects } from '~/domains/subjects';

/** Why a column that sounds like a state has no life cycle. */
const reasons = {
  program: 'leases of a queue, taken and given back by the statements of one file, which its own tests hold',
  fixed: 'laid down with the row, and never changed',
  once: 'empty or pending until it is done, and then what it came to: no step leads back',
  foreign: 'a word or number of another system, kept as it was said',
  operator:
    'what the operator of text messages says of one, put down as it comes; its own tests hold the rest',
  record: 'how things stood before, to be put back when a merge is undone',
} as const;

const without: Record<string, keyof typeof reasons> = {
  'Ballot.standing': 'fixed',
  'ExternalStatus.status': 'foreign',
  'ExternalUpdate.effect': 'once',
  'ExternalUpdate.status': 'foreign',
  'InboundMessage.externalStatus': 'foreign',
  'InboundMessage.outcome': 'once',
  'OutboxJob.state': 'program',
  'ProposalMerge.fromState': 'record',
  'ProposalMerge.intoState': 'record',
  'SentOrder.externalStatus': 'foreign',
  'TextMessage.state': 'operator',
  'TextMessagePart.state': 'operator',
  'WebhookAttempt.status': 'foreign',
  'WebhookDelivery.lastStatus': 'foreign',
  'Whistle.outcome': 'once',
};

const stateful = /^ {2}(\w*(?:state|status|standing|outcome|effect))\s+(?:String|Int)\b/gim;

/** Every column of a text of the schema that sounds like a state, as `Model.column`. */
function stateColumns(schema: string): string[] {
  return Array.from(schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)).flatMap(
    ([, model = '', body = '']) =>
      Array.from(body.matchAll(stateful), ([, column = '']) => `${model}.${column}`),
  );
}

const pascal = (name: string) => name.replace(/(?:^|-)(\w)/g, (_all, letter: string) => letter.toUpperCase());

const declared = subjects.flatMap(({ lifecycles = {} }) =>
  Object.keys(lifecycles).map((kind) => `${pascal(kind)}.state`),
);

it('every state in the schema belongs to a life cycle of its subject, or says why it has none', () => {
  const files = readdirSync('prisma/schema').map((name) => path.join('prisma/schema', name));
  const columns = files.flatMap((file) => stateColumns(readFileSync(file, 'utf8')));
  expect(columns.length).toBeGreaterThan(30);
  expect(columns.filter((column) => !(column in without)).sort()).toEqual([...new Set(declared)].sort());
  expect(Object.keys(without).filter((column) => !columns.includes(column))).toEqual([]);
  expect(Object.values(without).filter((why) => !(why in reasons))).toEqual([]);
});

it('a test of this kind sees a new table with a state', () => {
  const schema =
    'model Loan {\n  id String @id\n  state String @default("open")\n  lastStatus Int?\n  at DateTime\n}\n';
  expect(stateColumns(schema)).toEqual(['Loan.state', 'Loan.lastStatus']);
});
