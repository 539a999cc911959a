import { createHmac } from 'node:crypto';
import { ordersIn } from './evidence';
import type { Evidence } from './evidence';
import { bySameMark, firstMet, inSameOrder, lastMet, rightOf } from './joins';
import type { Claims } from './joins';
import { openBy } from '~/platform/keys/key-ring.server';
import type { KeyRing } from '~/platform/keys/key-ring.server';

export interface Attacked {
  people: readonly string[];
  /** What the attacker wants to join with people: receipts, or ids under which answers stand. */
  secrets: readonly string[];
  truth: Claims;
}

/** The most that any way to join found, and how. */
export interface Finding {
  right: number;
  how: string;
}

const best = (findings: Finding[]): Finding =>
  findings.reduce((one, other) => (other.right > one.right ? other : one), { right: 0, how: 'nothing' });

/** Rows in some order (place in the file, transaction, times) beside rows in another. */
export function byOrders(evidence: Evidence, { people, secrets, truth }: Attacked): Finding {
  const found = (words: readonly string[]) =>
    [...evidence.tables].flatMap(([table, rows]) =>
      ordersIn(rows, words)
        .filter((order) => order.length === words.length)
        .map((order) => ({ table, order })),
    );
  const ofPeople = found(people);
  return best(
    found(secrets).flatMap((secret) =>
      ofPeople.map((person) => ({
        right: rightOf(inSameOrder(person.order, secret.order), truth),
        how: `order of ${person.table} and of ${secret.table}`,
      })),
    ),
  );
}

/** A transaction that wrote a row of a person and a row with a secret, or two that follow one another. */
export function byTransactions(evidence: Evidence, { people, secrets, truth }: Attacked): Finding {
  const marked = (words: readonly string[]) =>
    [...evidence.tables]
      .map(([table, rows]) => ({
        table,
        rows: rows.flatMap(({ mark, text }) =>
          mark === 0 ? [] : words.filter((word) => text.includes(word)).map((word) => ({ word, mark })),
        ),
      }))
      .filter(({ rows }) => rows.length > 0);
  const ofPeople = marked(people);
  return best(
    marked(secrets).flatMap((secret) =>
      ofPeople.flatMap((person) =>
        [0, 1, 2, 3].map((reach) => ({
          right: rightOf(
            bySameMark(
              person.rows.map(({ word, mark }) => ({ person: word, mark })),
              secret.rows.map(({ word, mark }) => ({ secret: word, mark })),
              reach,
            ),
            truth,
          ),
          how: `transactions of ${person.table} and of ${secret.table}, ${reach} apart`,
        })),
      ),
    ),
  );
}

/** What the write-ahead log says of people and of secrets: in the same commit, near each other, in the same order. */
export function byLog(evidence: Evidence, { people, secrets, truth }: Attacked): Finding {
  const ofPeople = evidence.log(people).map(({ word, mark }) => ({ person: word, mark }));
  const ofSecrets = evidence.log(secrets).map(({ word, mark }) => ({ secret: word, mark }));
  const orders = [firstMet, lastMet].flatMap((one) =>
    [firstMet, lastMet].map((other) => ({
      right: rightOf(
        inSameOrder(one(ofPeople.map(({ person }) => person)), other(ofSecrets.map(({ secret }) => secret))),
        truth,
      ),
      how: 'order in the log',
    })),
  );
  const near = [0, 1, 3, 300, 1500, 5000].map((reach) => ({
    right: rightOf(bySameMark(ofPeople, ofSecrets, reach), truth),
    how: `in the log, ${reach} apart`,
  }));
  return best([...orders, ...near]);
}

/** The portal's keys, as DATA_KEY opens them, and every text of the database tried as the secret of the papers' keys. */
export function byDataKey(evidence: Evidence, attacked: Attacked & { ring: KeyRing }): Finding {
  const { people, secrets, truth, ring } = attacked;
  const own = [...ring.hashing.map(({ key }) => key), ...ring.keys.map(({ key }) => key)];
  const texts = [...(evidence.tables.get('Ballot') ?? [])].flatMap(({ text }) => text.split(/[\u0001,()]/));
  const keys = texts.flatMap((text) => [text, ...opened(ring, text), ...own.map((key) => key + text)]);
  const papers = evidence.tables.get('BallotPaper') ?? [];
  const claims = new Map<string, string>();
  for (const key of new Set(keys))
    for (const person of people) {
      const paperKey = createHmac('sha256', key).update(person).digest('base64url');
      const paper = papers.find(({ text }) => text.includes(paperKey));
      const secret = secrets.find((one) => paper?.text.includes(one));
      if (secret) claims.set(person, secret);
    }
  return { right: rightOf(claims, truth), how: 'data key' };
}

function opened(ring: KeyRing, text: string): string[] {
  try {
    return [openBy(ring, text)];
  } catch {
    return [];
  }
}

/** All of them. */
export function strongest(evidence: Evidence, attacked: Attacked & { ring: KeyRing }): Finding[] {
  return [byOrders, byTransactions, byLog]
    .map((attack) => attack(evidence, attacked))
    .concat(byDataKey(evidence, attacked));
}
