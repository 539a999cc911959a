import type { Context, ReadContext, TransactionContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import type { ConsentedMatter } from '../../known-subjects';
import { appendEvent } from '../../ledger/index.server';
import { personOf } from '../../person-of';
import { identityEvents } from '../events';
import { mayConfirmIdentity, mayOpenCounter } from '../policy';
import { forgetNumber, keepIdentity, readNumber } from './keep-identity.server';
import type { CounterIdentity, OwnIdentity } from './schema';
import { maskedIdentityNumber } from '~/lib/numbers/identity-number';
import { identityServiceOf } from '~/platform/identity-service/http-identity-service.server';
import { isUniqueViolation } from '~/platform/db/unique-violation';

/** One answer for who has no account, has a closed one, or lives elsewhere: the counter is no way to learn who takes part. */
const notHere = () => new DomainError('invalid', { field: 'email', reason: 'identity.nobody-here' });

async function personHere(ctx: TransactionContext, email: string) {
  const person = await ctx.prisma.person.findUnique({
    where: { email },
    select: {
      ...{ id: true, suspendedAt: true, emailConfirmedAt: true },
      ...{ residenceAreaId: true, homeAreaId: true },
    },
  });
  if (!person) throw notHere();
  const { id: personId, residenceAreaId, homeAreaId, suspendedAt, emailConfirmedAt } = person;
  const here = { personId, areaId: residenceAreaId ?? homeAreaId };
  const decision = mayConfirmIdentity(ctx.actor, here);
  if (!decision.allowed && decision.reason !== 'not-moderator') ensure(decision);
  if (!decision.allowed || suspendedAt || !emailConfirmedAt) throw notHere();
  return here;
}

/** The second of two that write one number in the same moment is told what it would have been told a moment later. */
function taken(error: unknown): never {
  if (isUniqueViolation(error))
    throw new DomainError('invalid', { field: 'number', reason: 'identity.number-taken' });
  throw error;
}

/**
 * The counter has seen the document of a person, and writes down name and number: both lie sealed from then on, and the
 * staff reads them nowhere. The person is told. Throws `invalid` at the field.
 */
export async function confirmIdentityAtCounter(ctx: Context, input: CounterIdentity): Promise<void> {
  ensure(mayOpenCounter(ctx.actor));
  const read = readNumber(ctx, input.number);
  const { name, seen, guardian } = input;
  await inTransaction(ctx, async (ctx) => {
    const here = await personHere(ctx, input.email);
    await keepIdentity(ctx, { ...here, ...{ name, read, seen, guardian, confirmedBy: personOf(ctx) } });
  }).catch(taken);
}

/** Asks the official service whether name and number belong together, and writes them down where it says so. */
export async function confirmOwnIdentity(ctx: Context, { name, number }: OwnIdentity): Promise<void> {
  const personId = personOf(ctx);
  const service = identityServiceOf(ctx.configuration);
  if (!service) throw new DomainError('not-found');
  const read = readNumber(ctx, number);
  const answer = await service.compare({ name, number: read.number });
  if (answer === 'unreachable') throw new DomainError('conflict', { reason: 'identity.service-unreachable' });
  if (answer === 'different')
    throw new DomainError('invalid', { field: 'number', reason: 'identity.name-and-number-differ' });
  const said = { seen: service.name, guardian: '', confirmedBy: null };
  await inTransaction(ctx, (ctx) => keepIdentity(ctx, { personId, areaId: null, name, read, ...said })).catch(
    taken,
  );
}

/** What the page of the own name shows. */
export async function ownIdentity(ctx: ReadContext) {
  const own = await ctx.database.read.confirmedIdentity.findUnique({ where: { personId: personOf(ctx) } });
  return {
    hasService: identityServiceOf(ctx.configuration) !== null,
    own: own && {
      ...{ document: own.document, confirmedAt: own.confirmedAt, name: ctx.keys.open(own.sealedName) },
      number: maskedIdentityNumber(ctx.keys.open(own.sealedNumber)),
      guardian: own.sealedGuardian === null ? null : ctx.keys.open(own.sealedGuardian),
    },
  };
}

/** The consent to it: taken back, name and number go. */
export const consentedRealName: ConsentedMatter<ReadContext, TransactionContext> = {
  isOn: async (ctx, personId) =>
    (await ctx.database.read.confirmedIdentity.count({ where: { personId } })) > 0,
  end: async (ctx, personId) => {
    if (!(await forgetNumber(ctx, personId))) return;
    await appendEvent(ctx, identityEvents, {
      ...{ type: 'real-name.removed', subjectKind: 'person', subjectId: personId },
      publicData: { title: '' },
    });
  },
};
