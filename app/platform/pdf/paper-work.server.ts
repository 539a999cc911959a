import type { CertifiedName } from '../crypto/certificates.server';
import type { TimeStamp } from '../crypto/sign-detached.server';
import type { DocumentFont } from './document-font.server';
import { signPdf, stampPdf } from './sign-pdf.server';
import type { SignatureWords } from './sign-pdf.server';
import { writePdf } from './write-pdf.server';
import type { PdfWritten, WrittenDocument } from './write-pdf.server';

interface WriteWork {
  kind: 'write';
  document: WrittenDocument;
  font: DocumentFont;
}

export interface SignWork {
  kind: 'sign';
  pdf: Uint8Array;
  words: SignatureWords;
  font: DocumentFont;
  /** The portal's own authority, as `authorityText` answers it. */
  authority: string;
  /** Who is certified for this act. */
  subject: CertifiedName;
  /** Empty where none is wanted. */
  timeStampUrl: string;
}

interface StampWork {
  kind: 'stamp';
  pdf: Uint8Array;
  timeStampUrl: string;
}

export interface Signed {
  bytes: Uint8Array;
  isStamped: boolean;
}

/** A time-stamp server that is silent, slow or wrong holds nothing up: it answers null, and the signature is B-B. */
async function timeStampOrNone(
  url: string,
): Promise<{ timeStamp: TimeStamp | null; isStamped: () => boolean }> {
  const { timeStampFrom } = await import('../crypto/time-stamp.server');
  const stamp = timeStampFrom(url);
  let done = false;
  const timeStamp: TimeStamp = async (digest) => {
    const token = await stamp?.(digest).catch(() => null);
    done = Boolean(token);
    return token ?? null;
  };
  return { timeStamp: stamp && timeStamp, isStamped: () => done };
}

/** What makes signatures is read when one is made. */
async function sign({ pdf, words, font, authority, subject, timeStampUrl }: SignWork): Promise<Signed> {
  const [{ certifyOneAct, readAuthority }, { signDetached }] = await Promise.all([
    import('../crypto/certificates.server'),
    import('../crypto/sign-detached.server'),
  ]);
  const { timeStamp, isStamped } = await timeStampOrNone(timeStampUrl);
  const issuer = await readAuthority(authority);
  const signer = await certifyOneAct(issuer, subject);
  const given = { ...signer, chain: [issuer.certificate], ...(timeStamp ? { timeStamp } : {}) };
  const bytes = await signPdf(pdf, words, { font, sign: (content) => signDetached(content, given) });
  return { bytes, isStamped: isStamped() };
}

async function stamp({ pdf, timeStampUrl }: StampWork): Promise<Uint8Array | null> {
  const { stampDetached } = await import('../crypto/sign-detached.server');
  const { timeStamp } = await timeStampOrNone(timeStampUrl);
  return timeStamp && stampPdf(pdf, (signature) => stampDetached(signature, timeStamp));
}

/** Does one piece of work on a document; in the thread for documents, or where there is none. */
export function doPaperWork(work: WriteWork): Promise<PdfWritten>;
export function doPaperWork(work: SignWork): Promise<Signed>;
export function doPaperWork(work: StampWork): Promise<Uint8Array | null>;
export function doPaperWork(work: WriteWork | SignWork | StampWork): Promise<unknown>;
export function doPaperWork(work: WriteWork | SignWork | StampWork): Promise<unknown> {
  switch (work.kind) {
    case 'write':
      return writePdf(work.document, work.font);
    case 'sign':
      return sign(work);
    case 'stamp':
      return stamp(work);
  }
}
