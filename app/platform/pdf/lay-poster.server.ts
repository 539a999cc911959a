import type { Block } from './document-blocks';
import { pageMargins } from './page-measures';

type Poster = Extract<Block, { kind: 'poster' }>;

interface Place {
  pdf: PDFKit.PDFDocument;
  body: PDFKit.PDFStructureElement;
}

/** In points. Nine centimetres: a telephone reads it from two steps away. */
const codeSide = 260;
const largestTitle = 44;
const smallestTitle = 20;
const highestTitle = 250;

/** The largest size at which the title takes no more than its part of the page. */
function titleSize(pdf: PDFKit.PDFDocument, title: string, width: number): number {
  for (let size = largestTitle; size > smallestTitle; size -= 2)
    if (pdf.fontSize(size).heightOfString(title, { width, lineGap: size / 5 }) <= highestTitle) return size;
  return smallestTitle;
}

/** Lays the middle of a poster: everything in the middle of its lines, as it is read from afar. */
export function layPoster(
  { pdf, body }: Place,
  { title, size, path, label, lang }: Poster & { lang?: string },
): void {
  const width = pdf.page.width - pageMargins.left - pageMargins.right;
  const fitting = titleSize(pdf, title, width);
  body.add(
    pdf.struct('H1', lang === undefined ? {} : { lang }, () => {
      pdf.fontSize(fitting).fillColor('#000000');
      pdf.text(title, pageMargins.left, pdf.y + 24, { width, align: 'center', lineGap: fitting / 5 });
    }),
  );
  const top = pdf.y + 28;
  const left = pageMargins.left + (width - codeSide) / 2;
  body.add(
    pdf.struct('Figure', { alt: label }, () => {
      pdf
        .save()
        .translate(left, top)
        .scale(codeSide / size)
        .path(path)
        .fill('#000000')
        .restore();
    }),
  );
  body.add(
    pdf.struct('P', {}, () => {
      pdf.fontSize(18).fillColor('#000000');
      pdf.text(label, pageMargins.left, top + codeSide + 22, { width, align: 'center', lineGap: 6 });
    }),
  );
  pdf.y += 14;
}
