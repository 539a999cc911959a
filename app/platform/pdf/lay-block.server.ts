import type { Block } from './document-blocks';
import { layPoster } from './lay-poster.server';
import { pageMargins, signatureBox, sizes } from './page-measures';
import type { SignatureForm } from './signature-form.server';
import { languageOf } from '~/lib/texts/language-of';

interface Place {
  pdf: PDFKit.PDFDocument;
  body: PDFKit.PDFStructureElement;
  form: SignatureForm;
  /** Of the document: words in another bear their own. */
  language: string;
}

const lineGap = 4.5;
const indent = 18;
const firstColumn = 120;
/** Three and a half centimetres: telephones read it from paper at arm's length. */
const codeSide = 100;

const widthOf = (pdf: PDFKit.PDFDocument) => pdf.page.width - pageMargins.left - pageMargins.right;
const bottomOf = (pdf: PDFKit.PDFDocument) => pdf.page.height - pageMargins.bottom;

/** Begins a page where what comes would stand apart from what it belongs to. */
function keepTogether(pdf: PDFKit.PDFDocument, height: number): void {
  if (pdf.y + height > bottomOf(pdf)) pdf.addPage();
}

/** The language of words, where it is not that of the document: read aloud in their own. */
function ownLanguage({ language }: Pick<Place, 'language'>, words: string): { lang?: string } {
  const own = languageOf(words);
  return own === null || language.startsWith(own) ? {} : { lang: own };
}

function layText(
  place: Place,
  { tag = 'P', words }: { tag?: string; words: string },
  write: () => void,
): void {
  place.body.add(place.pdf.struct(tag, ownLanguage(place, words), write));
}

const headingSizes = { 1: sizes.title, 2: sizes.heading, 3: sizes.subheading };

function layHeading(place: Place, { level, text }: Extract<Block, { kind: 'heading' }>): void {
  const { pdf } = place;
  keepTogether(pdf, headingSizes[level] * 4);
  pdf.y += level === 1 ? 0 : 8;
  layText(place, { tag: `H${level}`, words: text }, () => {
    pdf.fontSize(headingSizes[level]).fillColor('#000000');
    pdf.text(text, pageMargins.left, pdf.y, {
      width: widthOf(pdf),
      lineGap,
      align: level === 1 ? 'center' : 'left',
    });
  });
  pdf.y += level === 1 ? 8 : 2;
}

function layPairs(place: Place, { rows }: Extract<Block, { kind: 'pairs' }>): void {
  const { pdf } = place;
  for (const [name, value] of rows) {
    const width = widthOf(pdf) - firstColumn;
    pdf.fontSize(sizes.text).fillColor('#000000');
    keepTogether(pdf, Math.min(200, pdf.heightOfString(value, { width, lineGap })));
    const top = pdf.y;
    const page = pdf.bufferedPageRange().count;
    layText(place, { words: value }, () => {
      pdf.fillColor('#444444').text(name, pageMargins.left, top, { width: firstColumn - 8, lineGap });
      const under = pdf.bufferedPageRange().count === page ? pdf.y : top;
      pdf.fillColor('#000000').text(value, pageMargins.left + firstColumn, top, { width, lineGap });
      if (pdf.bufferedPageRange().count === page) pdf.y = Math.max(pdf.y, under);
    });
  }
  pdf.y += 6;
}

function laySignature(place: Place, { field, lines }: Extract<Block, { kind: 'signature' }>): void {
  const { pdf, form } = place;
  pdf.fontSize(sizes.text);
  const left = pageMargins.left + widthOf(pdf) - signatureBox.width;
  const width = left - pageMargins.left - 12;
  const needed = lines.reduce((sum, line) => sum + pdf.heightOfString(line, { width, lineGap }), 0);
  const height = Math.max(signatureBox.height, needed) + 12;
  keepTogether(pdf, height);
  const top = pdf.y;
  layText(place, { words: lines.join('\n') }, () => {
    pdf.fillColor('#000000').text(lines.join('\n'), pageMargins.left, top, { width, lineGap });
  });
  pdf.markContent('Artifact', { type: 'Layout' });
  pdf.lineWidth(0.5).strokeColor('#888888').rect(left, top, signatureBox.width, signatureBox.height).stroke();
  pdf.endMarkedContent();
  form.addField(field, { left, top, ...signatureBox });
  pdf.y = top + height;
}

/** Dark on white with its words beside it; readers want four squares of white around, which the paper gives. */
function layCode(place: Place, { size, path, label }: Extract<Block, { kind: 'code' }>): void {
  const { pdf, body } = place;
  const width = widthOf(pdf) - codeSide - 16;
  pdf.fontSize(sizes.text);
  keepTogether(pdf, Math.max(codeSide, Math.min(200, pdf.heightOfString(label, { width, lineGap }))));
  const top = pdf.y;
  const scale = codeSide / size;
  body.add(
    pdf.struct('Figure', { alt: label }, () => {
      pdf.save().translate(pageMargins.left, top).scale(scale).path(path).fill('#000000').restore();
    }),
  );
  layText(place, { words: label }, () => {
    pdf.fillColor('#000000').text(label, pageMargins.left + codeSide + 16, top, { width, lineGap });
  });
  pdf.y = Math.max(pdf.y, top + codeSide) + 8;
}

/** Lays one block under what stands on the page. */
export function layBlock(place: Place, block: Block): void {
  const { pdf } = place;
  switch (block.kind) {
    case 'heading':
      return layHeading(place, block);
    case 'pairs':
      return layPairs(place, block);
    case 'signature':
      return laySignature(place, block);
    case 'code':
      return layCode(place, block);
    case 'poster':
      return layPoster(place, { ...block, ...ownLanguage(place, block.title) });
    case 'paragraph':
      layText(place, { words: block.text }, () => {
        pdf.fontSize(block.small ? sizes.small : sizes.text).fillColor('#000000');
        pdf.text(block.text, pageMargins.left, pdf.y, { width: widthOf(pdf), lineGap, paragraphGap: 5 });
      });
      return;
    case 'item': {
      const left = pageMargins.left + block.depth * indent;
      layText(place, { words: block.text }, () => {
        pdf.fontSize(sizes.text).fillColor('#000000');
        const width = widthOf(pdf) - block.depth * indent;
        pdf.text(`${block.mark} ${block.text}`, left, pdf.y, { width, lineGap, paragraphGap: 3 });
      });
    }
  }
}
