import type { Context, TransactionContext } from '../../context';
import { doOnce } from '../../do-once.server';
import { DomainError } from '../../domain-error';
import { personOf } from '../../person-of';
import { displayNames } from '../../identity/index.server';
import { appendEvent } from '../../ledger/index.server';
import { organisationNames } from '../../organisations/index.server';
import { awardsOf } from '../awards/awards.query.server';
import { volunteeringEvents } from '../events';
import { placeOf, responsibleFor, workOf } from '../load-shift.server';
import { statedFacts } from './stated-facts.query.server';
import {
  certificateText,
  fingerprintOf,
  newCode,
  newNumber,
  textOfContent,
} from './certificate-content.server';
import type { ServedItem } from './certificate-content.server';
import { dayIn } from '~/lib/time/days';
import { newId } from '~/platform/ids';

export interface CertificateInput {
  organisationId: string;
  realName: string;
  idNumber: string;
  shows: string[];
  /** What else is to stand in it. */
  adds?: string[];
}

/** What the organisation has confirmed for the person, oldest first: all of it, and nothing for shifts called off. */
export async function servedFor(
  ctx: Pick<TransactionContext, 'prisma'>,
  { personId, organisationId }: { personId: string; organisationId: string },
) {
  return ctx.prisma.signUp.findMany({
    where: {
      ...{ personId, state: 'attended', minutes: { gt: 0 } },
      shift: { cancelledAt: null, opportunity: { organisationId } },
    },
    orderBy: [{ shift: { startsAt: 'asc' } }, { id: 'asc' }],
    include: { shift: { include: { opportunity: true } } },
  });
}

async function itemsOf(
  ctx: TransactionContext,
  rows: Awaited<ReturnType<typeof servedFor>>,
): Promise<ServedItem[]> {
  const contacts = [...new Set(rows.map(({ shift }) => responsibleFor(shift)))];
  const names = await displayNames(ctx, contacts);
  return rows.map(({ id, role, minutes, shift }) => ({
    signUpId: id,
    activity: shift.opportunity.title,
    startsAt: shift.startsAt.toISOString(),
    endsAt: shift.endsAt.toISOString(),
    place: placeOf(shift),
    task: workOf(shift, role),
    minutes: minutes ?? 0,
    contact: names[responsibleFor(shift)] ?? '',
  }));
}

const evaluationsIn = (rows: Awaited<ReturnType<typeof servedFor>>, timeZone: string) =>
  rows.flatMap(({ shift, evaluation, stars, evaluatedAt }) =>
    evaluatedAt
      ? [
          {
            ...{ activity: shift.opportunity.title, words: evaluation ?? '', stars },
            day: dayIn(evaluatedAt, timeZone),
          },
        ]
      : [],
  );

/** How the service was found, and what the person says of themselves: each only where they want it there. */
async function addedTo(
  ctx: TransactionContext,
  rows: Awaited<ReturnType<typeof servedFor>>,
  adds: readonly string[],
) {
  const { actor, configuration } = ctx;
  const wantsFacts = adds.includes('facts') && actor.kind === 'person';
  return {
    evaluations: adds.includes('evaluations') ? evaluationsIn(rows, configuration.timeZone) : [],
    facts: wantsFacts ? await statedFacts({ ...ctx, actor }) : null,
  };
}

/**
 * Issues the actor a certificate of the hours that one organisation confirmed, free and as often as asked for; answers
 * its id. Name and identity stand in it only as the person gives them, sealed. Throws `conflict` where nothing is
 * confirmed.
 */
export async function issueCertificate(ctx: Context, input: CertificateInput): Promise<string> {
  const personId = personOf(ctx);
  const { organisationId, realName, idNumber, shows, adds = [] } = input;
  const now = ctx.clock.now();
  const id = newId(now);
  const code = newCode();
  return doOnce(ctx, 'certificate.issue', async (ctx) => {
    const rows = await servedFor(ctx, { personId, organisationId });
    if (rows.length === 0) throw new DomainError('conflict', { reason: 'volunteering.nothing-to-certify' });
    const items = await itemsOf(ctx, rows);
    const people = await displayNames(ctx, [personId]);
    const organisations = await organisationNames(ctx, [organisationId]);
    const organisation = organisations[organisationId] ?? '';
    const names = { realName, idNumber, displayName: people[personId] ?? '', organisation };
    const text = textOfContent({
      ...names,
      code,
      items,
      ...(await awardsOf(ctx, { personId, organisationId })),
      ...(await addedTo(ctx, rows, adds)),
    });
    await ctx.prisma.volunteerCertificate.create({
      data: {
        ...{ id, personId, organisationId, issuedAt: now, shows: shows.join(',') },
        number: newNumber(dayIn(now, ctx.configuration.timeZone)),
        codeHash: ctx.keys.hash(certificateText(code)),
        minutes: items.reduce((sum, { minutes }) => sum + minutes, 0),
        sealedContent: ctx.keys.seal(text),
      },
    });
    await appendEvent(ctx, volunteeringEvents, {
      type: 'certificate.issued',
      subjectKind: 'certificate',
      subjectId: id,
      publicData: { title: '', fingerprint: fingerprintOf(text) },
      privateData: { volunteerId: personId, organisationId },
    });
    return id;
  });
}
