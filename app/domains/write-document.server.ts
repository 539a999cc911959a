import type { ReadContext } from './context';
import { DomainError } from './domain-error';
import { findDocumentFont } from '~/platform/pdf/document-font.server';
import { writePdfInThread } from '~/platform/pdf/paper-in-thread.server';
import type { WrittenDocument } from '~/platform/pdf/write-pdf.server';

/**
 * A document as PDF for whoever asks for it now. Throws `unavailable` without a font, and `invalid` with the characters
 * that it has no shape for, or beyond 300 pages: no document has holes.
 */
export async function documentBytes(ctx: ReadContext, document: WrittenDocument): Promise<Uint8Array> {
  const font = findDocumentFont(ctx.configuration.documentFont);
  if (!font) throw new DomainError('unavailable', { reason: 'document.no-font' });
  const written = await writePdfInThread(document, font);
  if (written.ok) return written.bytes;
  if (!('missing' in written)) throw new DomainError('invalid', { reason: 'document.too-long' });
  const characters = written.missing.slice(0, 20).join(' ');
  throw new DomainError('invalid', { reason: 'document.missing-characters', params: { characters } });
}
