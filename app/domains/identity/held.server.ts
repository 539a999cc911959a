import { gone, official, treated } from '../held-on-persons';
import type { HeldOnPersons, HeldPerson } from '../held-on-persons';
import type { ReadContext, TransactionContext } from '../context';
import { retitleQueueItems, settleAllQueueItems } from '../moderation/index.server';
import { addressKey } from './former-accounts.server';
import { openSealed } from '~/platform/crypto/seal.server';

async function settleResidence(ctx: TransactionContext, personId: string): Promise<void> {
  const requests = await ctx.prisma.residenceVerification.findMany({
    where: { personId },
    select: { id: true },
  });
  const about = { subjectKind: 'residence', subjectIds: requests.map(({ id }) => id) };
  await settleAllQueueItems(ctx, { ...about, decision: 'withdrawn' });
  await retitleQueueItems(ctx, about, '');
}

async function eraseAccount(ctx: TransactionContext, person: HeldPerson): Promise<void> {
  await settleResidence(ctx, person.id);
  const now = ctx.clock.now();
  const address = `erased-${person.id}@invalid`;
  await ctx.prisma.person.update({
    where: { id: person.id },
    data: {
      email: address,
      passwordHash: null,
      displayName: '已注销用户',
      about: null,
      homeAreaId: null,
      residenceAreaId: null,
      householdKey: null,
      birthYear: null,
      suspendedAt: now,
      erasedAt: now,
      ...(person.email === address ? {} : { erasedKey: addressKey(ctx, person.email) }),
    },
  });
}

/** The sealed words, opened for the person whom they are about. */
async function opened(ctx: ReadContext, person: HeldPerson) {
  const { dataKey } = ctx.configuration;
  const { read } = ctx.database;
  const requests = await read.residenceVerification.findMany({ where: { personId: person.id } });
  const fields = await read.personPrivate.findUnique({ where: { personId: person.id } });
  const open = (sealed: string | null | undefined) => (sealed ? openSealed(dataKey, sealed) : null);
  return {
    person: await read.person.findUnique({
      where: { id: person.id },
      omit: { passwordHash: true, householdKey: true, erasedKey: true },
    }),
    addresses: requests.map(({ id, sealedAddress }) => ({ id, address: open(sealedAddress) })),
    private: {
      realName: open(fields?.realName),
      phone: open(fields?.phone),
      address: open(fields?.address),
    },
  };
}

export const heldInIdentity: HeldOnPersons = {
  models: {
    Person: {
      email: { ...treated('replaced; a keyed hash stays'), by: 'email', exported: 'stands under person' },
    },
    Session: { personId: gone },
    RoleHeld: { personId: gone, grantedBy: official },
    PendingRegistration: { email: { ...gone, by: 'email' } },
    MailToken: { personId: gone, email: { ...gone, by: 'email' } },
    PersonPrivate: { personId: { ...gone, exported: 'given out opened, under private' } },
    ResidenceVerification: {
      personId: gone,
      decidedBy: official,
    },
  },
  secret: ['tokenHash', 'passwordHash', 'sealedAddress', 'waitingKey'],
  exportMore: opened,
  erase: eraseAccount,
};
