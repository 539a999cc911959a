import type { Context, ReadContext, TransactionContext } from '../../context';
import type { Actor } from '../../actor';
import { agreementOfDecision, agreementsInForce, obligationOfDecision } from '../../agreements/index.server';
import { mayDraftAgreement } from '../../agreements/policy';
import { ballotOfDecision } from '../../ballots/index.server';
import { mayCreateBallot } from '../../ballots/policy';
import { doOnce } from '../../do-once.server';
import { DomainError, ensure } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { registerDecidedOrder } from '../../workorders/index.server';
import { mayDispatch } from '../../workorders/policy';
import { holdMeeting, tellOfMeeting } from '../load-meeting.server';
import type { LoadedMeeting } from '../load-meeting.server';
import { mayCarryOut, mayLeadMeeting, maySettleDecision } from '../policy';
import { partiesOf } from '../rules/parties';
import { withHeirs } from './with-heirs.server';
import { textIn } from '~/i18n/catalogue';
import { meetings } from '~/i18n/meetings';
import { allow, deny } from '~/lib/decision';
import type { Decision as Verdict } from '~/lib/decision';
import { cutText } from '~/lib/texts/cut-text';

type Decision = LoadedMeeting['decisions'][number];
interface Decided {
  meeting: LoadedMeeting;
  decision: Decision;
  /** The agreement that was decided on, where it is in force. */
  inForce: { id: string; partyIds: string[] } | null;
}

/** The agreements in force on the agenda of a meeting, by the point of the agenda. */
export async function agreementsDecidedOn(
  ctx: ReadContext,
  { items }: LoadedMeeting,
): Promise<Map<string, { id: string; partyIds: string[] }>> {
  const about = items.flatMap(({ id, subjectKind, subjectId }) =>
    subjectKind === 'agreement' && subjectId ? [{ itemId: id, id: subjectId }] : [],
  );
  const parties = await agreementsInForce(
    ctx,
    about.map(({ id }) => id),
  );
  return new Map(
    about.flatMap(({ itemId, id }) => {
      const partyIds = parties.get(id);
      return partyIds ? [[itemId, { id, partyIds }] as const] : [];
    }),
  );
}

const longestTitle = 80;
/** Of a promise in a row of an agreement. */
const longestPromise = 500;

const actingFor = (actor: Actor): string | null =>
  actor.kind === 'person' ? (actor.actingFor?.organisationId ?? null) : null;

/** The motion as a title, and with the meeting that carried it as a text. */
function wordsOf(ctx: TransactionContext, { meeting, decision }: Omit<Decided, 'inForce'>) {
  const t = textIn(ctx.locale, meetings);
  const from = t('decided-in', { title: meeting.title, number: decision.number });
  return { title: cutText(decision.motion, longestTitle), text: `${decision.motion}\n\n${from}` };
}

/** What a decision may become, and by which use case of its subject: that asks who may, too. */
const makers = {
  'work-order': (ctx: TransactionContext, decided: Decided) => {
    const { meeting, decision } = decided;
    const { title, text } = wordsOf(ctx, decided);
    const item = meeting.items.find(({ id }) => id === decision.itemId);
    return registerDecidedOrder(ctx, {
      ...{ title, description: text, areaId: meeting.areaId, deadline: decision.dueAt },
      organisationId: decision.responsibleKind === 'organisation' ? decision.responsibleId : null,
      matter: item?.subjectKind && item.subjectId ? { kind: item.subjectKind, id: item.subjectId } : null,
    });
  },
  ballot: (ctx: TransactionContext, decided: Decided) => {
    const { title, text } = wordsOf(ctx, decided);
    const t = textIn(ctx.locale, meetings);
    const options: [string, string] = [t('ballot-for'), t('ballot-against')];
    return ballotOfDecision(ctx, { title, question: text, areaId: decided.meeting.areaId, options });
  },
  agreement: (ctx: TransactionContext, decided: Decided) => {
    const { meeting, decision } = decided;
    const partyIds = partiesOf(decided, actingFor(ctx.actor));
    if (partyIds.length === 0) throw new DomainError('forbidden', { reason: 'meetings.no-parties' });
    const { title, text } = wordsOf(ctx, decided);
    const item = meeting.items.find(({ id }) => id === decision.itemId);
    const { responsibleId, motion, dueAt } = decision;
    const promises = responsibleId !== null && partyIds.includes(responsibleId);
    return agreementOfDecision(ctx, {
      ...{ title, text, areaId: meeting.areaId, partyIds },
      proposalId: item?.subjectKind === 'proposal' ? item.subjectId : null,
      promised: promises
        ? { organisationId: responsibleId, what: cutText(motion, longestPromise), dueAt }
        : null,
    });
  },
  /** What was decided on an agreement in force becomes a promise in it, by an amendment that its parties sign. */
  obligation: (ctx: TransactionContext, { decision, inForce }: Decided) => {
    const own = actingFor(ctx.actor);
    if (!inForce || own === null || !inForce.partyIds.includes(own))
      throw new DomainError('forbidden', { reason: 'meetings.no-agreement-in-force' });
    const { responsibleId, motion, dueAt } = decision;
    const isParty = responsibleId !== null && inForce.partyIds.includes(responsibleId);
    return obligationOfDecision(ctx, {
      ...{ agreementId: inForce.id, organisationId: isParty ? responsibleId : own, dueAt },
      what: cutText(motion, longestPromise),
    });
  },
};
export type Outcome = keyof typeof makers;
export const outcomes = Object.keys(makers) as [Outcome, ...Outcome[]];

/** Whether the actor may make that of a decision, by the rule of its subject. */
const mayMake: Record<Outcome, (actor: Actor, decided: Decided) => Verdict> = {
  'work-order': (actor, { meeting }) => mayDispatch(actor, meeting.areaId),
  ballot: (actor, { meeting }) => mayCreateBallot(actor, meeting.areaId),
  agreement: (actor, decided) =>
    partiesOf(decided, actingFor(actor)).length > 0 ? mayDraftAgreement(actor) : deny('meetings.no-parties'),
  obligation: (actor, { inForce }) =>
    inForce?.partyIds.includes(actingFor(actor) ?? '') ? allow : deny('meetings.no-agreement-in-force'),
};

/** What the actor may make of a decision: no page offers what its subject would refuse. */
export function outcomesFor(actor: Actor, decided: Decided): Outcome[] {
  if (!mayCarryOut(actor, decided.meeting, decided.decision).allowed) return [];
  return outcomes.filter((outcome) => mayMake[outcome](actor, decided).allowed);
}

/** Who acts for an organisation reads why no agreement can be made of it: nobody at the table is there to promise it. */
export function lacksParties(actor: Actor, decided: Decided): boolean {
  if (actingFor(actor) === null || !mayCarryOut(actor, decided.meeting, decided.decision).allowed)
    return false;
  return partiesOf(decided, actingFor(actor)).length === 0;
}

/** The decision as it is carried out now. Throws `not-found`. */
async function decisionOf(ctx: TransactionContext, { decisions }: LoadedMeeting, id: string) {
  const [decision] = await withHeirs(
    ctx,
    decisions.filter((one) => one.id === id),
  );
  if (!decision) throw new DomainError('not-found');
  return decision;
}

/**
 * Turns a decision into what carries it out, in one transaction with the link; answers the id of that. Throws
 * `forbidden` where the actor may not lead the meeting, or may not make that of it, `conflict` where it was taken up.
 */
export async function carryOut(
  ctx: Context,
  meetingId: string,
  { decisionId, outcome }: { decisionId: string; outcome: Outcome },
): Promise<string> {
  return doOnce(ctx, `meeting.carry-out ${decisionId}`, async (ctx) => {
    const meeting = await holdMeeting(ctx, meetingId);
    const decision = await decisionOf(ctx, meeting, decisionId);
    ensure(mayCarryOut(ctx.actor, meeting, decision));
    const inForce = (await agreementsDecidedOn(ctx, meeting)).get(decision.itemId ?? '') ?? null;
    const outcomeId = await makers[outcome](ctx, { meeting, decision, inForce });
    await ctx.prisma.meetingDecision.update({
      where: { id: decisionId },
      data: { outcomeKind: outcome === 'obligation' ? 'agreement' : outcome, outcomeId },
    });
    await tellOfMeeting(ctx, {
      meeting,
      type: 'meeting.decision-taken-up',
      publicData: { number: decision.number },
    });
    return outcomeId;
  });
}

/**
 * Tells everyone that a decision is done. Who leads the meeting acts in office and is named; who was made responsible may
 * be there as a private person, whom no public record names.
 */
async function tellDone(
  ctx: TransactionContext,
  { meeting, decision }: Omit<Decided, 'inForce'>,
): Promise<void> {
  const { actor } = ctx;
  const told = { type: 'meeting.decision-done', publicData: { number: decision.number } } as const;
  if (mayLeadMeeting(actor, meeting).allowed) return tellOfMeeting(ctx, { meeting, ...told });
  const own = actor.kind === 'person' ? actor.personId : null;
  const to = meeting.seats.filter(({ personId }) => personId === null || personId !== own);
  return tellOfMeeting({ ...ctx, actor: { kind: 'system' } }, { meeting, ...told, to });
}

/** Says that what was decided is done, and how: it comes back on no agenda. */
export async function settleDecision(
  ctx: Context,
  meetingId: string,
  { decisionId, words }: { decisionId: string; words: string },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const meeting = await holdMeeting(ctx, meetingId);
    const decision = await decisionOf(ctx, meeting, decisionId);
    ensure(maySettleDecision(ctx.actor, meeting, decision));
    const settled = await ctx.prisma.meetingDecision.updateMany({
      where: { id: decisionId, doneAt: null },
      data: { doneAt: ctx.clock.now(), doneWords: words },
    });
    if (settled.count === 0) throw new DomainError('conflict', { reason: 'meetings.done-already' });
    await ctx.prisma.meetingItem.deleteMany({ where: { decisionId, meeting: { state: 'convened' } } });
    await tellDone(ctx, { meeting, decision });
  });
}
