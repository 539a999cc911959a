import type { Context } from '../../context';
import { forgetDone } from '../../do-once.server';
import { DomainError, ensure } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { personOf } from '../../person-of';
import { appendEvent } from '../../ledger/index.server';
import { volunteeringEvents } from '../events';
import { mayRevokeCertificate } from '../policy';

/** Takes a certificate back: whoever checks it is told so, and since when. It stays taken back. */
export async function revokeCertificate(ctx: Context, certificateId: string, reason: string): Promise<void> {
  const personId = personOf(ctx);
  await inTransaction(ctx, async (ctx) => {
    const certificate = await ctx.prisma.volunteerCertificate.findUnique({ where: { id: certificateId } });
    if (!certificate) throw new DomainError('not-found');
    ensure(mayRevokeCertificate(ctx.actor, certificate));
    const revoked = await ctx.prisma.volunteerCertificate.updateMany({
      where: { id: certificateId, revokedAt: null },
      data: { revokedAt: ctx.clock.now(), revokedBy: personId, revokedReason: reason },
    });
    if (revoked.count === 0) throw new DomainError('conflict', { reason: 'already-decided' });
    await forgetDone(ctx, certificateId);
    await appendEvent(ctx, volunteeringEvents, {
      type: 'certificate.revoked',
      subjectKind: 'certificate',
      subjectId: certificateId,
      publicData: { title: '', reason },
      privateData: { volunteerId: certificate.personId, organisationId: certificate.organisationId },
    });
  });
}

/** Changes what anyone who checks the certificate may see. */
export async function changeShown(
  ctx: Context,
  certificateId: string,
  shows: readonly string[],
): Promise<void> {
  const personId = personOf(ctx);
  await inTransaction(ctx, async (ctx) => {
    const changed = await ctx.prisma.volunteerCertificate.updateMany({
      where: { id: certificateId, personId },
      data: { shows: shows.join(',') },
    });
    if (changed.count === 0) throw new DomainError('not-found');
  });
}
