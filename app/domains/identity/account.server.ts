import type { Context } from '../context';
import { DomainError } from '../domain-error';
import { ensureAsShown, revisionOf } from '../shown-fields.server';
import { appendEvent } from '../ledger/index.server';
import { identityEvents } from './events';
import { mailToken } from './mail-tokens.server';
import { hashPassword } from './passwords.server';
import type { Transaction } from '~/platform/db/database.server';
import { lockRow } from '~/platform/db/lock-row';
import { newId } from '~/platform/ids';

export interface Profile {
  displayName: string;
  about: string;
  locale: string;
  mailFrequency: string;
  homeAreaId: string;
}

type KeptProfile = Omit<Profile, 'about' | 'homeAreaId'> & {
  about: string | null;
  homeAreaId: string | null;
};

/** A profile as its form shows it. */
export const profileFields = ({ displayName, about, homeAreaId, locale, mailFrequency }: KeptProfile) => ({
  displayName,
  about: about ?? '',
  homeAreaId: homeAreaId ?? '',
  locale,
  mailFrequency,
});

/** Changes the actor's own profile. */
export async function changeProfile(
  ctx: Context,
  personId: string,
  { revision, ...profile }: Profile & { revision?: string | undefined },
): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    await lockRow(tx, 'Person', personId);
    ensureAsShown(
      revision,
      profileFields(await tx.prisma.person.findUniqueOrThrow({ where: { id: personId } })),
    );
    const home = profile.homeAreaId === '' ? null : profile.homeAreaId;
    if (home !== null && (await tx.prisma.area.count({ where: { id: home } })) === 0) {
      throw new DomainError('invalid', { field: 'homeAreaId', reason: 'unknown-area' });
    }
    await tx.prisma.person.update({ where: { id: personId }, data: { ...profile, homeAreaId: home } });
    // The first daily mail tells what comes from now on, not all that ever came.
    if (profile.mailFrequency === 'daily')
      await tx.prisma.person.updateMany({
        where: { id: personId, digestedAt: null },
        data: { digestedAt: ctx.clock.now() },
      });
    else await tx.prisma.person.update({ where: { id: personId }, data: { digestedAt: null } });
    tx.afterCommit(() => ctx.invalidatePages(['proposals', 'feedback']));
  });
}

/** What the account page shows. */
export async function accountPage(ctx: Context, personId: string) {
  const [person, sessions, verification] = await Promise.all([
    ctx.database.read.person.findUniqueOrThrow({
      where: { id: personId },
      select: {
        email: true,
        displayName: true,
        about: true,
        locale: true,
        mailFrequency: true,
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
  ]);
  return { person, revision: revisionOf(profileFields(person)), sessions, verification };
}

/** Puts on record that a person took the own data along, or closed the account. */
export async function recordOwnData(
  tx: Transaction,
  ctx: Context,
  { type, personId }: { type: 'person.exported' | 'person.erased'; personId: string },
): Promise<void> {
  await appendEvent(tx, ctx, identityEvents, {
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
  await ctx.database.transaction(async (tx) => {
    if ((await tx.prisma.area.count({ where: { id: input.area } })) === 0) {
      throw new Error(`There is no area ${input.area}: import areas first`);
    }
    const email = input.email.toLowerCase();
    const person = await tx.prisma.person.upsert({
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
      await tx.prisma.roleHeld.upsert({
        where: { personId_role_areaId: { personId: person.id, role, areaId: input.area } },
        create: { id: newId(now), personId: person.id, role, areaId: input.area, createdAt: now },
        update: {},
      });
    }
    await tx.prisma.pendingRegistration.deleteMany({ where: { email } });
    if (!passwordHash && !person.passwordHash) await mailToken(tx, ctx, { person, mail: 'reset-password' });
    await appendEvent(tx, ctx, identityEvents, {
      type: 'role.granted',
      subjectKind: 'person',
      subjectId: person.id,
      areaId: input.area,
      publicData: { title: '', role: 'administrator' },
    });
  });
}
