import type { ReadContext } from '~/domains/context';
import type { SharedMatter } from '~/domains/insights/shared-matter.query.server';
import type { ShownProfile } from '~/domains/pages/index.server';
import { documentBytes } from '~/domains/write-document.server';
import { textIn } from '~/i18n/catalogue';
import { common } from '~/i18n/common';
import { sharing } from '~/i18n/sharing';
import { qrSquares } from '~/platform/qr/qr-code.server';

type Named = Pick<ShownProfile, 'name' | 'phone'>;

/**
 * A poster of one page: what it is about, where, and the code that leads there. Throws as `documentBytes` does: a title
 * with a character that the font lacks is not printed with a hole.
 */
export function posterBytes(
  ctx: ReadContext,
  matter: SharedMatter,
  { name, phone }: Named,
): Promise<Uint8Array> {
  const t = textIn(ctx.locale, sharing);
  const portalName = name || textIn(ctx.locale, common)('site.name');
  const kind = t(`kind.${matter.kind}` as 'kind.proposal');
  const where = matter.areaName === '' ? kind : `${kind} · ${matter.areaName}`;
  const otherwise = phone === '' ? t('poster-no-phone-desk') : t('poster-no-phone', { phone });
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
    ],
  });
}
