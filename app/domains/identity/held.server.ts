import { gone, official, treated } from '../held-on-persons';
import type { HeldOnPersons, HeldPerson } from '../held-on-persons';
import type { ReadContext, TransactionContext } from '../context';
import { takeOutWords } from '../notifications/index.server';
import { settleResidence } from './forget-residence.server';
import { addressKey } from './former-accounts.server';
import { forgetNumber } from './real-names/keep-identity.server';
import { erasedName } from '~/lib/texts/erased-name';
import { kept } from '../held-terms';

/** What officials wrote of the person alone: in words that nobody needs when the person is gone. */
const wordsAbout: Record<string, readonly string[]> = {
  // For what something sealed was read says where the person stood: in the care register, say.
  person: ['person.suspended', 'person.reinstated', 'role.revoked', 'recovery-code.given', 'private.read'],
  residence: ['residence.confirmed', 'residence.refused'],
};

const keptWithoutTaker = treated(
  'who gave which role stays on record, without who took it and for whom it was meant',
);

async function eraseAccount(ctx: TransactionContext, person: HeldPerson): Promise<void> {
  await settleResidence(ctx, person.id, 'account-erased');
  await forgetNumber(ctx, person.id);
  for (const [subjectKind, types] of Object.entries(wordsAbout))
    await takeOutWords(ctx, person.id, { subjectKind, types, fields: ['reason', 'seen'] });
  await ctx.prisma.roleInvitation.updateMany({
    where: { takenBy: person.id },
    data: { takenBy: null, forWhom: erasedName },
  });
  const now = ctx.clock.now();
  const address = `erased-${person.id}@invalid`;
  await ctx.prisma.person.update({
    where: { id: person.id },
    data: {
      email: address,
      passwordHash: null,
      displayName: erasedName,
      about: null,
      homeAreaId: null,
      residenceAreaId: null,
      householdKey: null,
      birthYear: null,
      secondFactorSince: null,
      guardianAgreedAt: null,
      suspendedAt: now,
      erasedAt: now,
      ...(person.email === address ? {} : { erasedKey: addressKey(ctx, person.email) }),
    },
  });
}

/** The sealed words, opened for the person whom they are about. */
async function opened(ctx: ReadContext, person: HeldPerson) {
  const { read } = ctx.database;
  const requests = await read.residenceVerification.findMany({ where: { personId: person.id } });
  const fields = await read.personPrivate.findUnique({ where: { personId: person.id } });
  const phone = await read.confirmedPhone.findUnique({ where: { personId: person.id } });
  const identity = await read.confirmedIdentity.findUnique({ where: { personId: person.id } });
  const open = (sealed: string | null | undefined) => (sealed ? ctx.keys.open(sealed) : null);
  return {
    person: await read.person.findUnique({
      where: { id: person.id },
      omit: { passwordHash: true, householdKey: true, erasedKey: true },
    }),
    addresses: requests.map(({ id, sealedAddress }) => ({ id, address: open(sealedAddress) })),
    confirmedPhone: open(phone?.sealedNumber),
    identity: identity && {
      ...{ name: open(identity.sealedName), number: open(identity.sealedNumber) },
      guardian: open(identity.sealedGuardian),
    },
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
      email: { ...treated('replaced; a keyed hash stays'), by: 'email', exported: { under: 'person' } },
    },
    Session: { personId: gone },
    SignInRecord: { personId: gone },
    RoleHeld: { personId: gone, grantedBy: official },
    RoleInvitation: { invitedBy: official, revokedBy: official, takenBy: keptWithoutTaker },
    PendingRegistration: { email: { ...gone, by: 'email' } },
    MailToken: { personId: gone, email: { ...gone, by: 'email' } },
    PersonPrivate: { personId: { ...gone, exported: { under: 'private' } } },
    ConfirmedPhone: { personId: gone },
    ConfirmedIdentity: { personId: gone, confirmedBy: official },
    FormerKey: {
      personId: {
        exported: 'keyed hashes, of which nothing is read',
        erasing: { stays: 'a keyed hash, so that nobody is counted twice' },
      },
    },
    PhoneCode: { personId: { ...gone, exported: 'holds for some minutes' } },
    Consent: { personId: gone },
    YearOfTakingPart: { personId: gone },
    Passkey: { personId: gone },
    PasskeyChallenge: { personId: { ...gone, exported: 'asked for some minutes, of no meaning afterwards' } },
    RecoveryCode: { personId: gone },
    CounterSignIn: {
      personId: { ...gone, exported: 'holds for some minutes at a counter' },
      givenBy: official,
    },
    HalfSignIn: { personId: { ...gone, exported: 'stands for some minutes while somebody signs in' } },
    ResidenceVerification: {
      personId: gone,
      decidedBy: official,
    },
  },
  terms: {
    ConfirmedPhone: kept.account,
    ConfirmedIdentity: kept.account,
    FormerKey: kept.matter,
    Consent: kept.account,
    CounterSignIn: kept.untilDone('identity.expired, fifteen minutes after it was given'),
    HalfSignIn: kept.untilDone('identity.expired, ten minutes after it was begun'),
    MailToken: kept.untilDone('identity.expired, when the link has run out'),
    Passkey: kept.account,
    PasskeyChallenge: kept.untilDone('identity.expired, five minutes after it was asked'),
    PendingRegistration: kept.untilDone('identity.expired, after 72 hours'),
    Person: kept.account,
    PhoneCode: kept.untilDone('identity.expired, ten minutes after it was sent'),
    PersonPrivate: kept.account,
    RecoveryCode: kept.account,
    YearOfTakingPart: kept.account,
    ResidenceVerification: kept.days(180, 'decidedAt', { where: { state: 'refused' } }),
    RoleHeld: kept.account,
    RoleInvitation: kept.account,
    Session: kept.untilDone('identity.expired, after 30 days or 14 without use'),
    SignInRecord: kept.days(180, 'at'),
  },
  secret: ['tokenHash', 'passwordHash', 'codeHash', 'sealedAddress', 'waitingKey', 'liveKey'].concat(
    'sealedNumber',
    'numberHash',
    ...['sealedName', 'sealedGuardian', 'guardianHash'],
  ),
  exportMore: opened,
  erase: eraseAccount,
};
