import { expect } from 'vitest';
import { draftOf, signAs } from './agreements';
import type { TestContext } from '../setup/context';
import { draftAgreement } from '~/domains/agreements/drafting/draft-agreement.server';
import { freezeAgreement } from '~/domains/agreements/signing/freeze-agreement.server';
import type { PersonActor } from '~/domains/actor';
import type { Context } from '~/domains/context';
import { waitingFor } from '~/domains/insights/mine.query.server';
import { organisationDeskRows } from '~/domains/insights/organisation-desk.query.server';
import { dayIn } from '~/lib/time/days';

export const waitingParties = ['ngo', 'shop', 'community'] as const;
/** By party what its person finds in what waits for them. */
export type Waits = Record<string, string[]>;

const day = 24 * 3600_000;
export const twoClauses = '## 场地\n\n超市提供二楼，供老人上课用。\n\n## 打扫\n\n各方轮流打扫。';

/** Agreements of three parties, and what of them waits for whom: in 我的 of each person and at the desk of each party. */
export function agreementWaits(test: TestContext) {
  const as = (organisation: string, person = `${organisation}-person`) =>
    test.asPerson(person, organisation) as Promise<Context & { actor: PersonActor }>;
  const rowOf = (id: string) =>
    test.database.read.agreement.findUniqueOrThrow({
      where: { id },
      include: { obligations: { orderBy: { position: 'asc' } } },
    });
  /** The day in so many days, as a form has it. */
  const inDays = (days: number) =>
    dayIn(new Date(test.clock.now().getTime() + days * day), test.as('system').configuration.timeZone);
  /** What the first party promises within so many days, paid by the second. */
  const promise = (days: number) => ({
    ...{ 'party.1': 'ngo', 'what.1': '办十次课', 'due.1': inDays(days) },
    ...{ 'amount.1': '3000', 'payer.1': 'shop' },
  });
  const draft = async (change: Record<string, unknown> = {}) =>
    draftAgreement(await as('ngo'), draftOf({ body: twoClauses, rows: promise(200), ...change }));
  const sign = async (id: string) => {
    const contentHash = (await rowOf(id)).contentHash ?? '';
    for (const party of waitingParties) await signAs(await as(party), { id, contentHash });
  };
  async function inForce(days: number, change: Record<string, unknown> = {}) {
    const id = await draft({ rows: promise(days), ...change });
    await freezeAgreement(await as('ngo'), id);
    await sign(id);
    const [first] = (await rowOf(id)).obligations;
    return { id, obligationId: first?.id ?? '' };
  }
  const deskOf = async (organisation: string, person?: string) =>
    Object.values(await organisationDeskRows(await as(organisation, person))).flat();

  /** The desk shows what 我的 does, and that the person may do it. */
  async function waits(id: string, of: readonly string[] = waitingParties): Promise<Waits> {
    const { obligations } = await rowOf(id);
    const ids = [id, ...obligations.map((one) => one.id)];
    const found: Waits = {};
    for (const party of of) {
      const ctx = await as(party);
      const mine = (await waitingFor(ctx)).filter((one) => ids.includes(one.id)).map(({ ask }) => ask);
      const own = (await deskOf(party)).filter((row) => ids.includes(row.id) && row.isMine);
      expect(own.map(({ ask }) => ask).sort()).toEqual([...mine].sort());
      for (const { able, organisation } of own) {
        expect(able).toContain(ctx.actor.displayName);
        expect(organisation.id).toBe(party);
      }
      if (mine.length > 0) found[party] = mine.sort();
    }
    return found;
  }
  return { as, rowOf, inDays, promise, draft, sign, inForce, deskOf, waits };
}
