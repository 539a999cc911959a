import type { Context, ReadContext, TransactionContext } from '../context';
import { inTransaction } from '../in-transaction.server';
import { ensureAsShown, revisionOf } from '../shown-fields.server';
import { appendEvent } from '../ledger/index.server';
import { ensureArea, isArea } from '../territory/index.server';
import { identityEvents } from './events';
import { shownPhoneOf } from './phones/own-phone.server';
import { mailToken } from './proving/mail-tokens.server';
import { hashPassword } from './proving/passwords.server';
import { lockRow } from '~/platform/db/lock-row';
import { newId } from '~/platform/ids';

export interface Profile {
  displayName: string;
  about: string;
  locale: string;
  homeAreaId: string;
}

type KeptProfile = Omit<Profile, 'about' | 'homeAreaId'> & {
  about: string | null;
  homeAreaId: string | null;
};

/** A profile as its form shows it. */
export const profileFields = ({ displayName, about, homeAreaId, locale }: KeptProfile) => ({
  displayName,
  about: about ?? '',
  homeAreaId: homeAreaId ?? '',
  locale,
});

/** Changes the actor's own profile. */
export async function changeProfile(
  ctx: Context,
  personId: string,
  { revision, ...profile }: Profile & { revision?: string | undefined },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    await lockRow(ctx, 'Person', personId);
    const before = await ctx.prisma.person.findUniqueOrThrow({ where: { id: personId } });
    ensureAsShown(revision, profileFields(before));
    const home = profile.homeAreaId === '' ? null : profile.homeAreaId;
    if (home !== null) await ensureArea(ctx, home, 'homeAreaId');
    await ctx.prisma.person.update({ where: { id: personId }, data: { ...profile, homeAreaId: home } });
    ctx.afterCommit(() => ctx.invalidatePages(['proposals', 'feedback']));
  });
}

/** What the account page shows. */
export async function accountPage(ctx: ReadContext, personId: string) {
  const [person, sessions, verification, phone, names] = await Promise.all([
    ctx.database.read.person.findUniqueOrThrow({
      where: { id: personId },
      select: {
        email: true,
        displayName: true,
        about: true,
        locale: true,
        homeAreaId: true,
        residenceAreaId: true,
      },
    }),
    ctx.database.read.session.findMany({
      where: { personId, expiresAt: { gt: ctx.clock.now() } },
      orderBy: { createdAt: 'desc' },
      select: { tokenHash: true, userAgent: true, createdAt: true },
    }),
    ctx.database.read.residenceVerification.findFirst({
      where: { personId },
      orderBy: { createdAt: 'desc' },
      select: { state: true, areaId: true, reason: true },
    }),
    shownPhoneOf(ctx, personId),
    ctx.database.read.confirmedIdentity.count({ where: { personId } }),
  ]);
  const revision = revisionOf(profileFields(person));
  return { person, revision, sessions, verification, phone, hasRealName: names > 0 };
}

/** Puts on record that a person took the own data along, or closed the account. */
export async function recordOwnData(
  ctx: TransactionContext,
  { type, personId }: { type: 'person.exported' | 'person.erased'; personId: string },
): Promise<void> {
  await appendEvent(ctx, identityEvents, {
    type,
    subjectKind: 'person',
    subjectId: personId,
    publicData: { title: '' },
  });
}

/** Makes a person an administrator, by the command line; without a password a mail link sets it. */
export async function grantAdministrator(
  ctx: Context,
  input: { email: string; name: string; area: string; password: string | null },
): Promise<void> {
  const passwordHash = input.password ? await hashPassword(input.password) : null;
  const now = ctx.clock.now();
  await inTransaction(ctx, async (ctx) => {
    if (!(await isArea(ctx, input.area))) {
      throw new Error(`There is no area ${input.area}: import areas first`);
    }
    const email = input.email.toLowerCase();
    const person = await ctx.prisma.person.upsert({
      where: { email },
      create: {
        id: newId(now),
        email,
        displayName: input.name,
        passwordHash,
        emailConfirmedAt: now,
        createdAt: now,
      },
      update: { emailConfirmedAt: now, ...(passwordHash ? { passwordHash } : {}) },
    });
    for (const role of ['administrator', 'moderator']) {
      await ctx.prisma.roleHeld.upsert({
        where: { personId_role_areaId: { personId: person.id, role, areaId: input.area } },
        create: { id: newId(now), personId: person.id, role, areaId: input.area, createdAt: now },
        update: {},
      });
    }
    await ctx.prisma.pendingRegistration.deleteMany({ where: { email } });
    if (!passwordHash && !person.passwordHash) await mailToken(ctx, { person, mail: 'reset-password' });
    await appendEvent(ctx, identityEvents, {
      type: 'role.granted',
      subjectKind: 'person',
      subjectId: person.id,
      areaId: input.area,
      publicData: { title: '', role: 'administrator' },
    });
  });
}
