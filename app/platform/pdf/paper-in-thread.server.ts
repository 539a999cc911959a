import type { DocumentFont } from './document-font.server';
import { doPaperWork } from './paper-work.server';
import type { SignWork, Signed } from './paper-work.server';
import type { PdfWritten, WrittenDocument } from './write-pdf.server';
import { askKeptThread } from '../threads/kept-thread.server';

const entry = 'paper-work';

/** As `writePdf`, in the thread for documents, which keeps the opened font: the site answers meanwhile. */
export function writePdfInThread(document: WrittenDocument, font: DocumentFont): Promise<PdfWritten> {
  const work = { kind: 'write', document, font } as const;
  return askKeptThread(entry, work, () => doPaperWork(work));
}

/**
 * As `signPdf`, in the same thread, by a key for this act alone that the authority certifies. Where the time-stamp server
 * does not answer the signature is made without a stamp.
 */
export function signPdfInThread(signing: Omit<SignWork, 'kind'>): Promise<Signed> {
  const work = { kind: 'sign', ...signing } as const;
  return askKeptThread(entry, work, () => doPaperWork(work));
}

/** The file with a time stamp on its last signature; null where the server does not answer, or it has one. */
export function stampPdfInThread(pdf: Uint8Array, timeStampUrl: string): Promise<Uint8Array | null> {
  const work = { kind: 'stamp', pdf, timeStampUrl } as const;
  return askKeptThread(entry, work, () => doPaperWork(work));
}
