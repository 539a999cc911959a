import type { ReadContext } from '../context';
import { revisionOf } from '../shown-fields.server';
import { agreementFields } from './agreement-fields';
import { DomainError, ensure } from '../domain-error';
import {
  assents,
  belongsToParty,
  continuations,
  mayAssent,
  mayDeclineAgreement,
  mayEditAgreement,
  mayFreezeAgreement,
  mayGiveNotice,
  mayReadAgreement,
  maySignAgreement,
  mayTakeUp,
  mayThawAgreement,
  mayWithdrawAgreement,
  ownParty,
} from './policy';
import { mayAnswerObligation, mayNoteBreach, mayRelease, mayReportObligation } from './obligation-policy';
import { amountOwedBy } from './rules/amount-owed';
import { clausesOf } from './rules/clauses';
import { fitsItsSignatures } from './signed-content';
import { explain } from '~/i18n/reason-text';
import type { Prisma } from '~/platform/db/database.server';
import { renderMarkdown } from '~/platform/markdown/render-markdown.server';

/** Without who drafted it, and who reported, accepted and released: offices answer for these, by their names. */
const columns = {
  include: {
    parties: { orderBy: { position: 'asc' } },
    obligations: {
      orderBy: { position: 'asc' },
      omit: { reportedBy: true, acceptedBy: true, releasedBy: true },
    },
  },
  omit: { createdBy: true },
} as const;
type PageAgreement = Prisma.AgreementGetPayload<typeof columns>;

export async function agreementPage(ctx: ReadContext, agreementId: string) {
  const agreement = await ctx.database.read.agreement.findUnique({ where: { id: agreementId }, ...columns });
  if (!agreement) throw new DomainError('not-found');
  ensure(mayReadAgreement(ctx.actor, agreement));
  const organisations = await ctx.database.read.organisation.findMany({
    where: { id: { in: agreement.parties.map((party) => party.organisationId) } },
    select: { id: true, name: true, creditCode: true, state: true },
  });
  const frozen = agreement.contentHash !== null;
  const outOfService = organisations.filter((one) => one.state !== 'verified').map(({ name }) => name);
  const own = ownParty(ctx.actor, agreement);
  return {
    revision: revisionOf(agreementFields(agreement, ctx.configuration.timeZone)),
    agreement: {
      ...agreement,
      // What is shown is made from what is signed, not from a second column that nobody signed.
      clauses: clausesOf(agreement.body).map(({ number, title, body, source }) => ({
        ...{ number, title, source, html: renderMarkdown(body) },
      })),
      files: JSON.parse(agreement.attachments) as { name: string; sha256: string }[],
      fits: fitsItsSignatures(ctx.configuration.dataKey, agreement),
      obligations: shownObligations(ctx, agreement),
    },
    organisations: namesOf(frozen ? agreement.parties : [], organisations),
    outOfService,
    amount: own ? amountOwedBy(own.organisationId, agreement.obligations) : 0n,
    isParty: belongsToParty(ctx.actor, agreement),
    may: maysOf(ctx, agreement),
  };
}

function shownObligations(ctx: ReadContext, agreement: PageAgreement) {
  const now = ctx.clock.now();
  return agreement.obligations.map((row) => {
    const facts = { ...row, agreement };
    return {
      ...row,
      overdue:
        ['open', 'breached'].includes(row.state) &&
        row.dueAt !== null &&
        row.dueAt < now &&
        agreement.state === 'in-force',
      may: {
        report: mayReportObligation(ctx.actor, facts).allowed,
        answer: mayAnswerObligation(ctx.actor, facts).allowed,
        breach: mayNoteBreach(ctx.actor, facts, now).allowed,
        release: mayRelease(ctx.actor, facts).allowed,
      },
    };
  });
}

function maysOf(ctx: ReadContext, agreement: PageAgreement) {
  const { actor } = ctx;
  return {
    edit: mayEditAgreement(actor, agreement),
    freeze: mayFreezeAgreement(actor, agreement),
    sign: explain(ctx.locale, maySignAgreement(actor, agreement, ctx.clock.now())),
    decline: mayDeclineAgreement(actor, agreement).allowed,
    thaw: mayThawAgreement(actor, agreement).allowed,
    withdraw: mayWithdrawAgreement(actor, agreement).allowed,
    notice: mayGiveNotice(actor, agreement).allowed,
    assent: assents.filter((what) => mayAssent(actor, agreement, what).allowed),
    continue: continuations.filter((as) => mayTakeUp(actor, agreement, as).allowed),
  };
}

interface NamedParty {
  id: string;
  name: string;
  creditCode: string;
}

/** As the frozen text names the parties, else as they are called now. */
function namesOf(
  frozen: readonly { organisationId: string; name: string; creditCode: string }[],
  organisations: readonly NamedParty[],
): Record<string, NamedParty> {
  const named = frozen.map(({ organisationId: id, name, creditCode }) => ({ id, name, creditCode }));
  const now = organisations.map(({ id, name, creditCode }) => ({ id, name, creditCode }));
  return Object.fromEntries([...now, ...named].map((one) => [one.id, one]));
}
