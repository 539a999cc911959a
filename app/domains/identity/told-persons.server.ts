import type { ReadContext, TransactionContext } from '../context';
import type { ToldPersons } from '../known-subjects';
import { successorsOf } from '../territory/index.server';
import { chooseMails } from './consents/choose-mails.server';
import { recordWithdrawal } from './consents/record-consent.server';
import { unattendedReader } from './unattended-reader.query.server';
import { trailOf } from '~/lib/geo/division-code';
import type { Reads } from '~/platform/db/database.server';
import { lockRow } from '~/platform/db/lock-row';

/**
 * The areas, and where one of them is closed its successor with what lies above it: each with the area of its level that
 * was asked about, for which it stands.
 */
async function withSuccessors(database: Reads, areaIds: readonly string[]): Promise<Map<string, string>> {
  const closed = await successorsOf(database, areaIds);
  const stands = closed.flatMap(({ successorId }) =>
    trailOf(successorId ?? '').map(
      (id) => [id, areaIds.find((one) => one.length === id.length) ?? id] as const,
    ),
  );
  return new Map([...stands, ...areaIds.map((id) => [id, id] as const)]);
}

const readerColumns = { id: true, email: true, displayName: true, locale: true } as const;

/** Persons as notices and mails know them. */
export const toldPersons: ToldPersons<ReadContext, TransactionContext> = {
  reachable: ({ database }, ids) =>
    database.read.person.findMany({
      where: { id: { in: [...ids] }, suspendedAt: null },
      select: { ...readerColumns, mailFrequency: true, emailConfirmedAt: true },
    }),
  holders: async ({ database }, { role, areaIds }) => {
    const standsFor = await withSuccessors(database, areaIds);
    const held = await database.read.roleHeld.findMany({
      where: { role, areaId: { in: [...standsFor.keys()] }, person: { suspendedAt: null } },
      select: { personId: true, areaId: true },
    });
    return held.map(({ personId, areaId }) => ({ personId, areaId: standsFor.get(areaId) ?? areaId }));
  },
  mailReader: ({ database }, id) =>
    database.read.person.findFirst({
      where: { id, mailFrequency: { not: 'none' }, suspendedAt: null, emailConfirmedAt: { not: null } },
      select: { ...readerColumns, mailFrequency: true, digestedAt: true },
    }),
  mailReadersSql: `SELECT r."id", r."mailFrequency", r."digestedAt" FROM "Person" r
    WHERE r."mailFrequency" <> 'none' AND r."suspendedAt" IS NULL AND r."emailConfirmedAt" IS NOT NULL`,
  claimDaily: async (ctx, id, before) => {
    const claimed = await ctx.prisma.person.updateMany({
      where: { id, OR: [{ digestedAt: null }, { digestedAt: { lte: before } }] },
      data: { digestedAt: ctx.clock.now() },
    });
    return claimed.count > 0;
  },
  endMails: async (ctx, id) => {
    await lockRow(ctx, 'Person', id);
    await ctx.prisma.person.updateMany({
      where: { id },
      data: { mailFrequency: 'none', digestedAt: null },
    });
    await recordWithdrawal(ctx, { personId: id, purpose: 'mails' });
  },
  chooseMails,
  actorOf: async (ctx, id) => (await unattendedReader(ctx, id))?.actor ?? null,
};
