import type { SubjectServer } from '../define-subject.server';
import { ensureReads } from '../ensure-reads';
import { attachmentKind, evidenceKind } from './drafting/attachment-kind';
import { agreementsOfProposal, ensureSeesEvidence } from './agreement.query.server';
import { agreementsOfOrganisation } from './agreements-of-organisation.query.server';
import { heldInAgreements } from './held.server';
import { mayReadAgreement } from './policy';
import { agreements } from './subject';
import { takenUpObligations } from './taken-up-obligation.server';
import { readableAgreements } from './visibility';
import { waitingAgreements } from './waiting/waiting-for-us.query.server';
import { documentJob } from './documents/document-job.server';
import { makeDocument } from './documents/make-document.server';
import { followMerged } from './living/follow-merged.server';
import { returnTextsOf, watchAgreements } from './living/watch-agreements.server';
import { publishedAgreements } from './published-agreements.query.server';

const textIn = (payload: unknown, name: string): string => {
  const value = (payload as Record<string, unknown> | null)?.[name];
  return typeof value === 'string' ? value : '';
};

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
  doneBy: { agreement: agreementsOfOrganisation },
  line: [
    {
      kind: 'agreement',
      step: 'commitment',
      of: async (ctx, { kind, id }) => (kind === 'proposal' ? agreementsOfProposal(ctx, id) : []),
    },
  ],
  jobs: (ctx) => ({
    [documentJob]: (payload) => makeDocument(ctx, textIn(payload, 'agreementId')),
    'agreements.party-changed': async (payload) => {
      const organisationId = textIn(payload, 'subjectId');
      // What was frozen is a draft by then, and follows, too.
      await returnTextsOf(ctx, organisationId);
      await followMerged(ctx, organisationId);
    },
  }),
  recurring: (ctx) => ({
    'agreements.watch': { everySeconds: 300, isIrreversible: true, run: () => watchAgreements(ctx) },
  }),
  attachments: {
    [attachmentKind]: (ctx, id) => ensureReads(ctx, { kind: 'agreement', id }),
    [evidenceKind]: ensureSeesEvidence,
  },
  keepsFile: async ({ database }, contentHash) =>
    (await database.read.agreementDocument.count({ where: { contentHash } })) > 0,
  takenUp: { obligation: takenUpObligations },
  held: heldInAgreements,
  published: [publishedAgreements],
  waits: waitingAgreements,
};
