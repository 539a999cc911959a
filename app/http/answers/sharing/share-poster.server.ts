import type { ReadContext } from '~/domains/context';
import type { SharedMatter } from '~/domains/insights/shared-matter.query.server';
import type { ShownProfile } from '~/domains/pages/index.server';
import { documentBytes } from '~/domains/write-document.server';
import { textIn } from '~/i18n/catalogue';
import { common } from '~/i18n/common';
import { sharing } from '~/i18n/sharing';
import { findDocumentFont, missingCharacters } from '~/platform/pdf/document-font.server';
import type { DocumentFont } from '~/platform/pdf/document-font.server';
import { qrSquares } from '~/platform/qr/qr-code.server';

type Named = Pick<ShownProfile, 'name' | 'phone'>;

/** Signs of pictures, and what joins and colours them: without them the words say the same. */
const picture =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u{fe0f}\u{200d}\u{20e3}]/u;
/** As they are read: a picture of several characters is one. */
const signs = new Intl.Segmenter();
/** Printers set it where a character is missing. */
const frame = '□';

/** Words that the font can set, and whether a character of them had to give way to a frame. */
function settable(font: DocumentFont | null, words: string): { words: string; isFramed: boolean } {
  const missing = font ? missingCharacters(font, words) : [];
  let isFramed = false;
  const set = Array.from(signs.segment(words), ({ segment }) => {
    if (!missing.some((character) => segment.includes(character))) return segment;
    if (picture.test(segment)) return '';
    isFramed = true;
    return frame;
  });
  return { words: set.join(''), isFramed };
}

/** All that is set of people's words, as the font can set it. */
function settableParts(ctx: ReadContext, shared: SharedMatter, { name, phone }: Named) {
  const font = findDocumentFont(ctx.configuration.documentFont);
  const set = {
    title: settable(font, shared.title),
    text: settable(font, shared.text),
    areaName: settable(font, shared.areaName),
    portal: settable(font, name),
    phone: settable(font, phone),
  };
  const isFramed = Object.values(set).some((one) => one.isFramed);
  const matter = { ...shared, title: set.title.words, text: set.text.words, areaName: set.areaName.words };
  return { set, isFramed, matter };
}

/**
 * A poster of one page: what it is about, where, and the code that leads there. A poster is no deed: a character that the
 * font lacks stands there as a frame, and the poster says where the whole is read. Throws `unavailable` without a font.
 */
export function posterBytes(
  ctx: ReadContext,
  shared: SharedMatter,
  { name, phone }: Named,
): Promise<Uint8Array> {
  const { set, isFramed, matter } = settableParts(ctx, shared, { name, phone });
  const t = textIn(ctx.locale, sharing);
  const portalName = set.portal.words || textIn(ctx.locale, common)('site.name');
  const kind = t(`kind.${matter.kind}` as 'kind.proposal');
  const where = matter.areaName === '' ? kind : `${kind} · ${matter.areaName}`;
  const otherwise =
    phone === '' ? t('poster-no-phone-desk') : t('poster-no-phone', { phone: set.phone.words });
  return documentBytes(ctx, {
    title: matter.title,
    language: ctx.locale,
    author: portalName,
    keywords: `gongzhi-poster:${matter.id}`,
    footer: `${portalName} · ${matter.url}`,
    createdAt: ctx.clock.now(),
    blocks: [
      { kind: 'paragraph', text: where },
      {
        kind: 'poster',
        ...{ title: matter.title, ...qrSquares(matter.url) },
        label: t('poster-scan'),
      },
      ...(matter.text === '' ? [] : [{ kind: 'paragraph' as const, text: matter.text }]),
      { kind: 'paragraph', text: otherwise, small: true },
      ...(isFramed ? [{ kind: 'paragraph' as const, text: t('poster-framed'), small: true }] : []),
    ],
  });
}
