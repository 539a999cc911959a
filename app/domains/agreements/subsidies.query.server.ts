import type { ReadContext } from '../context';
import { readableAgreements } from './visibility';
import { yearIn } from '~/lib/days';

export interface SubsidyRow {
  organisationId: string;
  organisation: string;
  year: number;
  /** In fen. */
  promised: bigint;
  released: bigint;
  instalments: number;
}

const atOnce = 1000;

/**
 * What parties pay to others on accepted evidence, by receiver and by the year in which it is due (or was released, where
 * no day was set). Of agreements that anyone may read and that came into force.
 */
export async function subsidyRegister(ctx: ReadContext): Promise<SubsidyRow[]> {
  const sums = new Map<string, SubsidyRow>();
  let after = '';
  for (;;) {
    const rows = await ctx.database.read.obligation.findMany({
      where: {
        id: { gt: after },
        payerId: { not: null },
        amountFen: { not: null },
        // What was not kept when an amendment came into force is promised by the amendment, and counted there.
        OR: [{ state: 'done' }, { agreement: { state: { not: 'replaced' } } }],
        agreement: {
          AND: [
            readableAgreements({ kind: 'visitor' }),
            { inForceAt: { not: null } },
            { state: { not: 'voided' } },
          ],
        },
      },
      include: {
        agreement: { select: { inForceAt: true, parties: { select: { organisationId: true, name: true } } } },
      },
      orderBy: { id: 'asc' },
      take: atOnce,
    });
    for (const row of rows) add(sums, row, ctx.configuration.timeZone);
    if (rows.length < atOnce) break;
    after = rows.at(-1)?.id ?? '';
  }
  return [...sums.values()].sort(
    (one, other) => other.year - one.year || one.organisationId.localeCompare(other.organisationId),
  );
}

interface Row {
  organisationId: string;
  amountFen: bigint | null;
  dueAt: Date | null;
  releasedAt: Date | null;
  agreement: { inForceAt: Date | null; parties: { organisationId: string; name: string }[] };
}

function add(sums: Map<string, SubsidyRow>, row: Row, timeZone: string): void {
  const day = row.dueAt ?? row.releasedAt ?? row.agreement.inForceAt;
  const { organisationId, amountFen } = row;
  if (!day || amountFen === null) return;
  const year = yearIn(day, timeZone);
  const key = `${organisationId} ${year}`;
  const name = row.agreement.parties.find((party) => party.organisationId === organisationId)?.name ?? '';
  const before = sums.get(key) ?? {
    organisationId,
    organisation: name,
    year,
    promised: 0n,
    released: 0n,
    instalments: 0,
  };
  sums.set(key, {
    ...before,
    organisation: name === '' ? before.organisation : name,
    promised: before.promised + amountFen,
    released: before.released + (row.releasedAt ? amountFen : 0n),
    instalments: before.instalments + 1,
  });
}
