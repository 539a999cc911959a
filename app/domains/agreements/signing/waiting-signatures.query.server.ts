import { hasMandate } from '../../actor';
import type { PersonContext } from '../../define-subject.server';
import { signingOutlooks } from '../../organisations/index.server';
import type { Waiting } from '../../waiting';
import { agreementLifecycle, obligationLifecycle } from '../lifecycle';
import { maySignAgreement } from '../policy';
import { amountOwedBy } from '../rules/amount-owed';
import { stepOf } from '~/lib/lifecycle';
import { paths } from '~/paths';

const most = 10;
/** Read before it is asked who may sign: some are not this person's turn, or not within the mandate. */
const mostRead = 50;

const mandated = (ctx: PersonContext) => ctx.actor.memberships.filter(hasMandate);

/** The texts that the person may sign now for an organisation, by the rule that is asked again when it is signed. */
export async function waitingSignatures(ctx: PersonContext): Promise<Waiting[]> {
  const own = mandated(ctx);
  if (own.length === 0) return [];
  const ids = own.map(({ organisationId }) => organisationId);
  const rows = await ctx.database.read.agreement.findMany({
    where: {
      state: { in: stepOf(agreementLifecycle, 'sign').from },
      parties: { some: { organisationId: { in: ids }, signedAt: null } },
    },
    include: { parties: true, obligations: true },
    orderBy: { signBy: 'asc' },
    take: mostRead,
  });
  const turns = rows.flatMap((agreement) =>
    own
      .filter(
        (actingFor) => maySignAgreement({ ...ctx.actor, actingFor }, agreement, ctx.clock.now()).allowed,
      )
      .map(({ organisationId }) => ({ agreement, organisationId })),
  );
  const outlooks = await signingOutlooks(
    ctx,
    turns.map(({ agreement: { template, obligations }, organisationId }) => ({
      ...{ organisationId, scope: template },
      amountFen: amountOwedBy(organisationId, obligations),
    })),
  );
  const open = turns.filter((_turn, at) =>
    outlooks[at]?.persons.some(({ personId, allowed }) => allowed && personId === ctx.actor.personId),
  );
  // Whoever may sign for two of the parties signs one text.
  const byText = new Map(open.map((turn) => [turn.agreement.id, turn]));
  return [...byText.values()].slice(0, most).map(({ agreement: { id, title, signBy: until } }) => ({
    ...{ ask: 'sign' as const, id, title, to: paths.agreement(id), until },
  }));
}

/** What another party reported as done, and an organisation of the person accepts or refuses. */
export async function waitingReports(ctx: PersonContext): Promise<Waiting[]> {
  const ids = mandated(ctx).map(({ organisationId }) => organisationId);
  if (ids.length === 0) return [];
  const rows = await ctx.database.read.obligation.findMany({
    where: {
      state: { in: stepOf(obligationLifecycle, 'accept').from },
      organisationId: { notIn: ids },
      OR: [{ payerId: null }, { payerId: { in: ids } }],
      agreement: {
        state: { in: ['in-force', 'ended'] },
        parties: { some: { organisationId: { in: ids } } },
      },
    },
    orderBy: { id: 'asc' },
    take: most,
    select: { id: true, reportedBy: true, agreement: { select: { id: true, title: true } } },
  });
  return rows
    .filter(({ reportedBy }) => reportedBy !== ctx.actor.personId)
    .map(({ id, agreement }) => ({
      ...{ ask: 'answer-promise' as const, id, title: agreement.title },
      ...{ to: paths.agreement(agreement.id), until: null },
    }));
}
