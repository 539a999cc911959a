import type { DocumentFont } from './document-font.server';
import { writePdf } from './write-pdf.server';
import type { PdfWritten, WrittenDocument } from './write-pdf.server';
import { runInThread } from '../threads/run-in-thread.server';

/** As `writePdf`, in a thread: the site answers meanwhile. */
export async function writePdfInThread(document: WrittenDocument, font: DocumentFont): Promise<PdfWritten> {
  return runInThread<PdfWritten | Promise<PdfWritten>>(
    'write-pdf',
    () => ({ document, font }),
    () => writePdf(document, font),
  );
}
