import type { PersonActor } from '../../actor';
import type { ReadContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { organisationNames } from '../../organisations/index.server';
import { mayReadCertificate } from '../policy';
import { checkedRow } from './checked-row.query.server';
import { certificateInLog } from './certificate-in-log.query.server';
import type { CertificateInLog } from './certificate-in-log.query.server';
import { openContent } from './certificate-content.server';
import type { CertificateContent } from './certificate-content.server';
import { paths } from '~/paths';

/** A certificate as its person sees and prints it. Throws `forbidden` to everybody else. */
export async function certificatePage(ctx: ReadContext, certificateId: string) {
  const row = await ctx.database.read.volunteerCertificate.findUnique({ where: { id: certificateId } });
  if (!row) throw new DomainError('not-found');
  ensure(mayReadCertificate(ctx.actor, row));
  const content = openContent(ctx, row.sealedContent);
  const check = `${paths.checkCertificate}?number=${row.number}&code=${content.code}`;
  const { id, number, minutes, issuedAt, revokedAt, revokedReason, shows } = row;
  return {
    certificate: { id, number, minutes, issuedAt, revokedAt, revokedReason, shows: shows.split(',') },
    content,
    checkUrl: ctx.configuration.publicUrl + check,
    changed: await hasChanged(ctx, row, content),
    inLog: await certificateInLog(ctx, row),
  };
}

interface Kept {
  personId: string;
  organisationId: string;
}

/** Whether the hours that it states are recorded otherwise by now, or an award that it states was withdrawn. */
async function hasChanged(
  ctx: ReadContext,
  { personId, organisationId }: Kept,
  { items, trainings, honours }: CertificateContent,
): Promise<boolean> {
  const now = await ctx.database.read.signUp.findMany({
    where: { personId, shift: { opportunity: { organisationId } }, state: 'attended' },
    select: { id: true, minutes: true },
  });
  const minutes = new Map(now.map((row) => [row.id, row.minutes]));
  if (items.some((item) => minutes.get(item.signUpId) !== item.minutes)) return true;
  const awards = [...trainings, ...honours].flatMap(({ id }) => (id === '' ? [] : [id]));
  const standing = { id: { in: awards }, withdrawnAt: null };
  return (await ctx.database.read.volunteerAward.count({ where: standing })) < awards.length;
}

export type CheckedCertificate =
  | { found: false }
  | {
      found: true;
      number: string;
      organisation: string;
      minutes: number;
      issuedAt: Date;
      revokedAt: Date | null;
      changed: boolean;
      inLog: CertificateInLog | null;
      name: string | null;
      items: { activity: string; startsAt: string; minutes: number }[] | null;
    };

/**
 * What anyone learns of a certificate by its number and check code: that it holds, who recorded it, and the hours; name
 * and service only as its person allows. A wrong code tells no more than an unknown number.
 */
export async function checkCertificate(
  ctx: ReadContext,
  asked: { number: string; code: string },
): Promise<CheckedCertificate> {
  const row = await checkedRow(ctx, asked);
  if (!row) return { found: false };
  const content = openContent(ctx, row.sealedContent);
  const shows = row.shows.split(',');
  const named = content.realName === '' ? content.displayName : content.realName;
  return {
    ...{ found: true, number: row.number, organisation: content.organisation, minutes: row.minutes },
    ...{ issuedAt: row.issuedAt, revokedAt: row.revokedAt },
    changed: await hasChanged(ctx, row, content),
    inLog: await certificateInLog(ctx, row),
    name: shows.includes('name') ? named : null,
    items: shows.includes('service')
      ? content.items.map(({ activity, startsAt, minutes }) => ({ activity, startsAt, minutes }))
      : null,
  };
}

/** The actor's certificates, and the organisations that have confirmed hours for them. */
export async function ownCertificates(ctx: ReadContext & { actor: PersonActor }) {
  const { personId } = ctx.actor;
  const [rows, served] = await Promise.all([
    ctx.database.read.volunteerCertificate.findMany({
      where: { personId },
      orderBy: { issuedAt: 'desc' },
      take: 100,
      select: {
        id: true,
        number: true,
        minutes: true,
        issuedAt: true,
        revokedAt: true,
        organisationId: true,
      },
    }),
    ctx.database.read.opportunity.findMany({
      where: {
        shifts: {
          some: { cancelledAt: null, signUps: { some: { personId, state: 'attended', minutes: { gt: 0 } } } },
        },
      },
      distinct: ['organisationId'],
      select: { organisationId: true },
    }),
  ]);
  const ids = [...rows, ...served].map(({ organisationId }) => organisationId);
  const names = await organisationNames(ctx, [...new Set(ids)]);
  return {
    certificates: rows.map((row) => ({ ...row, organisation: names[row.organisationId] ?? '' })),
    organisations: served.map(({ organisationId }) => ({
      value: organisationId,
      label: names[organisationId] ?? '',
    })),
  };
}
