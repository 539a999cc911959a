import type { Context } from '../context';
import { DomainError } from '../domain-error';
import { appendEvent } from '../ledger/index.server';
import { identityEvents } from './events';
import { mailToken } from './mail-tokens.server';
import { hashPassword } from './passwords.server';
import { newId } from '~/platform/ids';

export interface Profile {
  displayName: string;
  about: string;
  locale: string;
  mailFrequency: string;
  homeAreaId: string;
}

/** Changes the actor's own profile. */
export async function changeProfile(ctx: Context, personId: string, profile: Profile): Promise<void> {
  await ctx.database.transaction(async (tx) => {
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
  return { person, sessions, verification };
}

/** Everything that is held on a person, for taking along (PIPL 45). */
export async function exportPerson(ctx: Context, personId: string) {
  const { read } = ctx.database;
  const [person, proposals, feedback, comments, endorsements, signUps, follows] = await Promise.all([
    read.person.findUniqueOrThrow({
      where: { id: personId },
      omit: { passwordHash: true, householdKey: true },
    }),
    read.proposal.findMany({ where: { authorId: personId } }),
    read.feedback.findMany({ where: { authorId: personId } }),
    read.comment.findMany({ where: { authorId: personId } }),
    read.endorsement.findMany({ where: { personId } }),
    read.signUp.findMany({ where: { personId } }),
    read.follow.findMany({ where: { personId } }),
  ]);
  return { person, proposals, feedback, comments, endorsements, signUps, follows };
}

/** Erases the person; what was decided officially stays, without the name (PIPL 47). */
export async function erasePerson(ctx: Context, personId: string): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    const owned = await tx.prisma.organisationMember.count({ where: { personId, mandate: 'owner' } });
    if (owned > 0) throw new DomainError('conflict', { reason: 'identity.hand-over-first' });
    await tx.prisma.session.deleteMany({ where: { personId } });
    await tx.prisma.roleHeld.deleteMany({ where: { personId } });
    await tx.prisma.organisationMember.deleteMany({ where: { personId } });
    await tx.prisma.follow.deleteMany({ where: { personId } });
    await tx.prisma.notification.deleteMany({ where: { personId } });
    await tx.prisma.mail.deleteMany({ where: { personId } });
    await tx.prisma.mailToken.deleteMany({ where: { personId } });
    await tx.prisma.residenceVerification.deleteMany({ where: { personId } });
    await tx.prisma.personPrivate.deleteMany({ where: { personId } });
    await tx.prisma.person.update({
      where: { id: personId },
      data: {
        email: `erased-${personId}@invalid`,
        passwordHash: null,
        displayName: '已注销用户',
        about: null,
        homeAreaId: null,
        residenceAreaId: null,
        householdKey: null,
        birthYear: null,
        suspendedAt: ctx.clock.now(),
      },
    });
    tx.afterCommit(() => ctx.invalidatePages(['proposals', 'feedback', 'ballots', 'agreements']));
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
      update: passwordHash ? { passwordHash } : {},
    });
    for (const role of ['administrator', 'moderator']) {
      await tx.prisma.roleHeld.upsert({
        where: { personId_role_areaId: { personId: person.id, role, areaId: input.area } },
        create: { id: newId(now), personId: person.id, role, areaId: input.area, createdAt: now },
        update: {},
      });
    }
    if (!passwordHash && !person.passwordHash)
      await mailToken(tx, ctx, { person, purpose: 'reset-password' });
    await appendEvent(tx, ctx, identityEvents, {
      type: 'role.granted',
      subjectKind: 'person',
      subjectId: person.id,
      areaId: input.area,
      publicData: { title: '', role: 'administrator' },
    });
  });
}
