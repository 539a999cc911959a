import { z } from 'zod';
import type { ReadContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { eventsById, proofOfEvent, publicEventOf } from '../../ledger/index.server';
import type { LogProof } from '../../ledger/index.server';
import { mayReadCertificate } from '../policy';
import { fingerprintOf, openText } from './certificate-content.server';
import { checkedRow } from './checked-row.query.server';

const said = z.object({ fingerprint: z.string() });

export interface CertificateInLog {
  eventId: string;
  fingerprint: string;
  /** The portal's text is no longer the one that was issued. */
  altered: boolean;
}

/** Where the public log has a certificate, and whether its text is still the one that was entered; null for older ones. */
export async function certificateInLog(
  ctx: ReadContext,
  { id, sealedContent }: { id: string; sealedContent: string },
): Promise<CertificateInLog | null> {
  const about = { type: 'certificate.issued', subjectKind: 'certificate', subjectId: id };
  const eventId = await publicEventOf(ctx, about);
  const [event] = eventId === null ? [] : await eventsById(ctx, [eventId]);
  const entered = said.safeParse(JSON.parse(event?.publicData ?? 'null'));
  if (eventId === null || !entered.success) return null;
  const { fingerprint } = entered.data;
  return { eventId, fingerprint, altered: fingerprintOf(openText(ctx, sealedContent)) !== fingerprint };
}

/** The text behind the fingerprint, to the byte, for the person of the certificate. Throws `forbidden` to everybody else. */
export async function certificateFile(ctx: ReadContext, certificateId: string) {
  const row = await ctx.database.read.volunteerCertificate.findUnique({ where: { id: certificateId } });
  if (!row) throw new DomainError('not-found');
  ensure(mayReadCertificate(ctx.actor, row));
  return { number: row.number, text: openText(ctx, row.sealedContent) };
}

/**
 * The proof that a certificate stands in the public log, opened: whoever holds number and check code reads of it when,
 * and the fingerprint. Throws `not-found` for a number or code that there is not, or where the log has no entry yet.
 */
export async function checkedProof(
  ctx: ReadContext,
  asked: { number: string; code: string },
): Promise<{ number: string; proof: LogProof }> {
  const row = await checkedRow(ctx, asked);
  const inLog = row && (await certificateInLog(ctx, row));
  // As the portal itself: what opens the entry names nobody, and the code was asked for.
  const proof = inLog && (await proofOfEvent({ ...ctx, actor: { kind: 'system' } }, inLog.eventId));
  if (!row || !proof) throw new DomainError('not-found', { reason: 'volunteering.no-such-certificate' });
  return { number: row.number, proof };
}
