import type { Block } from './document-blocks';
import { textOfBlocks } from './document-blocks';
import { faceForDocument, missingCharacters } from './document-font.server';
import type { DocumentFont } from './document-font.server';
import { layBlock } from './lay-block.server';
import { pageMargins } from './page-measures';
import { signatureForm } from './signature-form.server';
import { escapeXml } from '~/lib/xml/write-xml';

export interface WrittenDocument {
  title: string;
  /** BCP 47. */
  language: string;
  /** Who issues it, for the properties of the file. */
  author: string;
  /** Words by which programs know the file, in its properties. */
  keywords: string;
  /** At the foot of each page, before the number of the page. */
  footer: string;
  blocks: Block[];
  createdAt: Date;
}

export const mostPages = 300;

export type PdfWritten =
  | { ok: true; bytes: Uint8Array; pages: number }
  /** The font has no shape for these: nothing is written with holes. */
  | { ok: false; missing: string[] }
  | { ok: false; tooLong: true };

/** Every word of the document, as it will be looked for in the font. */
export const wordsOfDocument = ({ title, footer, blocks }: WrittenDocument): string =>
  [title, footer, textOfBlocks(blocks), '0123456789 /'].join('\n');

/**
 * Writes a document on A4 as PDF/A-2b: the font embedded with just the characters that are used, text that can be
 * searched and copied, and for each box of a signature a field that can be signed afterwards without writing anything
 * anew. Refuses where a character has no shape in the font, and beyond 300 pages.
 */
export async function writePdf(document: WrittenDocument, font: DocumentFont): Promise<PdfWritten> {
  const missing = missingCharacters(font, wordsOfDocument(document));
  if (missing.length > 0) return { ok: false, missing };
  const pdf = await begun(document);
  // From here to the end nothing waits: of two documents at once neither takes the other's glyphs.
  useFont(pdf, font);
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });
  const body = pdf.struct('Document');
  pdf.addStructure(body);
  const form = signatureForm(pdf);
  for (const block of document.blocks) {
    layBlock({ pdf, body, form, language: document.language }, block);
    if (pdf.bufferedPageRange().count > mostPages) {
      ended.catch(() => undefined);
      return { ok: false, tooLong: true };
    }
  }
  body.end();
  const pages = numberPages(pdf, document.footer);
  form.end();
  pdf.end();
  await ended;
  return { ok: true, bytes: Buffer.concat(chunks), pages };
}

function numberPages(pdf: PDFKit.PDFDocument, footer: string): number {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page);
    // The foot lies below the margin, where text would begin a page of its own.
    pdf.page.margins.bottom = 0;
    pdf.markContent('Artifact', { type: 'Pagination' });
    pdf.fontSize(8).fillColor('#444444');
    pdf.text(`${footer}    ${page - start + 1} / ${count}`, pageMargins.left, pdf.page.height - 40, {
      width: pdf.page.width - pageMargins.left - pageMargins.right,
      align: 'center',
      lineBreak: false,
    });
    pdf.endMarkedContent();
  }
  return count;
}

interface WithMetadata {
  info: Record<string, unknown>;
  endMetadata: () => void;
}

/**
 * pdfkit puts title, author and keywords into the XMP packet as they are: one `&` or `<` of theirs, and it is no XML. The
 * properties of the document, which hold plain text, are written before the packet is.
 */
function escapeForXmp(pdf: WithMetadata): void {
  const end = pdf.endMetadata.bind(pdf);
  pdf.endMetadata = () => {
    pdf.info = Object.fromEntries(
      Object.entries(pdf.info).map(([key, value]) => [
        key,
        typeof value === 'string' ? escapeXml(value) : value,
      ]),
    );
    end();
  };
}

async function begun(document: WrittenDocument): Promise<PDFKit.PDFDocument> {
  const { default: PDFDocument } = await import('pdfkit');
  const { title, language, author, keywords, createdAt } = document;
  const pdf = new PDFDocument({
    size: 'A4',
    margins: pageMargins,
    pdfVersion: '1.7',
    subset: 'PDF/A-2b',
    tagged: true,
    lang: language,
    displayTitle: true,
    bufferPages: true,
    font: '',
    info: {
      Title: title,
      Author: author,
      Keywords: keywords,
      Creator: 'Gongzhi',
      Producer: 'Gongzhi',
      CreationDate: createdAt,
      ModDate: createdAt,
    },
  });
  escapeForXmp(pdf as unknown as WithMetadata);
  return pdf;
}

/** pdfkit takes a face that is open already, which its types leave out: opening reads the whole file. */
type TakesFaces = (name: string, face: ReturnType<typeof faceForDocument>) => void;

function useFont(pdf: PDFKit.PDFDocument, font: DocumentFont): void {
  (pdf.registerFont as unknown as TakesFaces).call(pdf, 'text', faceForDocument(font));
  pdf.font('text');
}
