import type { SubjectServer } from '../define-subject.server';
import { agreementsOfProposal } from './agreement.query.server';
import { heldInAgreements } from './held.server';
import { mayReadAgreement } from './policy';
import { agreements } from './subject';
import { readableAgreements } from './visibility';

export const agreementsServer: SubjectServer = {
  subject: agreements,
  access: {
    agreement: {
      table: 'Agreement',
      listed: ({ database, actor }, ids) =>
        database.read.agreement.findMany({
          where: { AND: readableAgreements(actor), id: { in: ids } },
          select: { id: true, title: true },
        }),
      ruled: async ({ database, actor }, ids) => {
        const where = { id: { in: ids } };
        const rows = await database.read.agreement.findMany({ where, include: { parties: true } });
        return rows.filter((row) => mayReadAgreement(actor, row).allowed);
      },
    },
  },
  line: [
    {
      kind: 'agreement',
      step: 'commitment',
      of: async (ctx, { kind, id }) => (kind === 'proposal' ? agreementsOfProposal(ctx, id) : []),
    },
  ],
  held: heldInAgreements,
};
