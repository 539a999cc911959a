import { areasOfRoles, hasMandate } from '../../actor';
import type { Membership, PersonActor } from '../../actor';
import type { PersonContext } from '../../define-subject.server';
import { membersOf, signingOutlooks } from '../../organisations/index.server';
import { asks } from '../../waiting';
import type { Waiting, WaitingForUs } from '../../waiting';
import { obligationLifecycle } from '../lifecycle';
import { amountOwedBy } from '../rules/amount-owed';
import { mayAnswerObligation } from '../living/obligation-policy';
import { asksOf } from './asks';
import type { Asked, WaitingAgreement } from './asks';
import { unansweredLetters } from './letters.server';
import { agreementsWaiting, withStanding } from './waiting-agreements.server';
import { stepOf } from '~/lib/lifecycle';
import { paths } from '~/paths';
import { actingPath } from '~/paths-acting';
import { withinAny } from '~/platform/db/lists/area-scope';
import { cutText } from '~/lib/texts/cut-text';

/** Few enough to read at one glance; the desk of the organisation has all. */
const mostOfPerson = 20;

interface Found extends Asked {
  member: Membership;
  agreement: WaitingAgreement;
  since?: Date;
}

type Members = Awaited<ReturnType<typeof membersOf>>;

const keyOf = ({ ask, id, member }: Pick<Found, 'ask' | 'id' | 'member'>) =>
  `${ask} ${id} ${member.organisationId}`;

/** What can be signed waits for whoever the mandates reach; where they reach nobody, for somebody to be named. */
async function whoSigns(ctx: PersonContext, found: readonly Found[]) {
  const outlooks = await signingOutlooks(
    ctx,
    found.map(({ member: { organisationId }, agreement: { template, obligations } }) => ({
      ...{ organisationId, scope: template, amountFen: amountOwedBy(organisationId, obligations) },
    })),
  );
  return new Map(
    found.map((one, at) => [keyOf(one), (outlooks[at]?.persons ?? []).filter(({ allowed }) => allowed)]),
  );
}

const nobody: PersonActor = {
  ...{ kind: 'person', personId: '', displayName: '', emailConfirmed: true },
  ...{ homeAreaId: null, residenceAreaId: null, roles: [], memberships: [], actingFor: null },
};

/** One may not answer the own report, nor the own proposal: what the organisation can do, not each of its persons can. */
function mayThemselves(personId: string, { ask, id, member, agreement }: Found, now: Date): boolean {
  if (ask === 'answer-words') return true;
  const actor: PersonActor = { ...nobody, personId, memberships: [member], actingFor: member };
  return asksOf(actor, agreement, now).some((one) => one.ask === ask && one.id === id);
}

async function allFound(ctx: PersonContext, own: readonly Membership[], members: Members): Promise<Found[]> {
  const now = ctx.clock.now();
  const { agreements, drafts } = await agreementsWaiting(
    ctx,
    own.map(({ organisationId }) => organisationId),
  );
  const ours = own.map(({ organisationId }) => ({
    organisationId,
    personIds: new Set(
      members.filter((one) => one.organisationId === organisationId).map(({ personId }) => personId),
    ),
  }));
  const letters = await unansweredLetters(ctx, drafts, ours);
  return own.flatMap((member): Found[] => {
    // One who acts for the organisation and has done nothing yet: what the organisation can do.
    const actor: PersonActor = { ...nobody, memberships: [member], actingFor: member };
    const asked = agreements.flatMap((agreement) =>
      asksOf(actor, agreement, now).map((one) => ({ ...one, member, agreement })),
    );
    const said = letters.flatMap(({ agreementId: id, organisationId, title: words, anchor, at: since }) => {
      const agreement = agreements.find((one) => one.id === id);
      if (!agreement || organisationId !== member.organisationId) return [];
      return [{ ask: 'answer-words' as const, id, words, anchor, until: null, since, member, agreement }];
    });
    return [...asked, ...said];
  });
}

/**
 * What of agreements waits for the organisations for which the actor holds a mandate, in every state of an agreement and
 * its promises in which one of them has to act, with who of it may; few queries, whatever there is.
 */
export async function waitingForUs(ctx: PersonContext): Promise<WaitingForUs[]> {
  const own = ctx.actor.memberships.filter(hasMandate);
  if (own.length === 0) return [];
  const now = ctx.clock.now();
  const members = await membersOf(
    ctx,
    own.map(({ organisationId }) => organisationId),
  );
  const found = await allFound(ctx, own, members);
  const signers = await whoSigns(
    ctx,
    found.filter(({ ask }) => ask === 'sign'),
  );
  return found.map((one) => shown(one, signers.get(keyOf(one)) ?? null));

  function shown(one: Found, signing: readonly { personId: string }[] | null): WaitingForUs {
    const { member, until, words: title } = one;
    const { organisationId: id, name } = member;
    const isUnsigned = signing?.length === 0;
    const able = members.filter(
      ({ organisationId, mandate, personId }) =>
        organisationId === id &&
        mandate !== 'member' &&
        mayThemselves(personId, one, now) &&
        (!signing || isUnsigned || signing.some((signer) => signer.personId === personId)),
    );
    const page = `${paths.agreement(one.agreement.id)}${one.anchor}`;
    return {
      ...{ ask: isUnsigned ? 'find-signatory' : one.ask, id: one.id, title, until },
      ...{ since: one.since ?? null, isOver: until !== null && until < now, organisation: { id, name } },
      to: isUnsigned ? paths.organisation(id) : actingPath(ctx.actor, id, page),
      able: able.map((person) => person.name),
      isMine: able.some(({ personId }) => personId === ctx.actor.personId),
    };
  }
}

/** What only a moderator can judge: evidence in agreements of which no other party is there any more. */
async function forModerator(ctx: PersonContext): Promise<Waiting[]> {
  const areas = areasOfRoles(ctx.actor, ['moderator']);
  if (areas.length === 0) return [];
  const rows = await ctx.database.read.agreement.findMany({
    where: {
      ...{ state: { in: ['in-force', 'ended'] }, OR: withinAny(areas) },
      obligations: { some: { state: { in: stepOf(obligationLifecycle, 'accept').from } } },
    },
    orderBy: { id: 'asc' },
    take: mostOfPerson,
    include: { parties: true, obligations: true, assents: true },
  });
  const actor = { ...ctx.actor, actingFor: null };
  return (await withStanding(ctx, rows)).flatMap((agreement) =>
    agreement.obligations
      .filter(
        (row) =>
          agreement.fits &&
          mayAnswerObligation(actor, { ...row, agreement, inService: agreement.inService }).allowed,
      )
      .map(({ id, text }) => ({
        ...{ ask: 'answer-promise' as const, id, title: `${agreement.title} · ${cutText(text, 60)}` },
        ...{ to: `${paths.agreement(agreement.id)}#obligation-${id}`, until: null },
      })),
  );
}

/** What of agreements waits for the person: what they may do themselves, each thing once. */
export async function waitingAgreements(ctx: PersonContext): Promise<Waiting[]> {
  const [ours, moderated] = await Promise.all([waitingForUs(ctx), forModerator(ctx)]);
  const mine = ours
    .filter(({ isMine }) => isMine)
    .map(({ ask, id, title, to, until }) => ({ ask, id, title, to, until }));
  const once = new Map([...mine, ...moderated].map((one) => [`${one.ask} ${one.id}`, one]));
  return [...once.values()]
    .sort((one, other) => asks.indexOf(one.ask) - asks.indexOf(other.ask))
    .slice(0, mostOfPerson);
}
