import type { ReadContext, TransactionContext } from '../../context';
import type { ConsentedMatter } from '../../known-subjects';
import { forgetResidence } from '../forget-residence.server';

const personOfId = (ctx: ReadContext, id: string) =>
  ctx.database.read.person.findUniqueOrThrow({
    where: { id },
    select: { mailFrequency: true, residenceAreaId: true },
  });

export const setMails = (
  ctx: TransactionContext,
  personId: string,
  { from, to }: { from: string[]; to: string },
) =>
  ctx.prisma.person.updateMany({
    where: { id: personId, mailFrequency: { in: from } },
    data: { mailFrequency: to, digestedAt: null },
  });

/** To mails: off where nobody said yes. */
export const consentedMails: ConsentedMatter<ReadContext, TransactionContext> = {
  isOn: async (ctx, personId) => (await personOfId(ctx, personId)).mailFrequency !== 'none',
  end: (ctx, personId) => setMails(ctx, personId, { from: ['immediate', 'daily', 'weekly'], to: 'none' }),
};

/** To the check of the residence. */
export const consentedResidence: ConsentedMatter<ReadContext, TransactionContext> = {
  isOn: async (ctx, personId) => {
    const requests = await ctx.database.read.residenceVerification.count({ where: { personId } });
    return requests > 0 || (await personOfId(ctx, personId)).residenceAreaId !== null;
  },
  end: forgetResidence,
};
