import type { ReadContext, TransactionContext } from '../context';
import type { ToldPersons } from '../known-subjects';
import { recordWithdrawal } from './consents/record-consent.server';
import { lockRow } from '~/platform/db/lock-row';

const readerColumns = { id: true, email: true, displayName: true, locale: true } as const;

/** Persons as notices and mails know them. */
export const toldPersons: ToldPersons<ReadContext, TransactionContext> = {
  reachable: ({ database }, ids) =>
    database.read.person.findMany({
      where: { id: { in: [...ids] }, suspendedAt: null },
      select: { ...readerColumns, mailFrequency: true, emailConfirmedAt: true },
    }),
  holders: ({ database }, { role, areaIds }) =>
    database.read.roleHeld.findMany({
      where: { role, areaId: { in: [...areaIds] }, person: { suspendedAt: null } },
      select: { personId: true, areaId: true },
    }),
  dailyReader: ({ database }, id) =>
    database.read.person.findFirst({
      where: { id, mailFrequency: 'daily', suspendedAt: null, emailConfirmedAt: { not: null } },
      select: { ...readerColumns, digestedAt: true },
    }),
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
};
