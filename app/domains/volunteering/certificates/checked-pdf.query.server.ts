import type { ReadContext } from '../../context';
import { DomainError } from '../../domain-error';
import { documentBytes } from '../../write-document.server';
import { hoursOf } from '../rules/hours';
import { checkCertificate } from './certificate.query.server';
import type { CheckedCertificate } from './certificate.query.server';
import { certificates } from '~/i18n/certificates';
import { textIn } from '~/i18n/catalogue';
import { dayIn } from '~/lib/time/days';
import { paths } from '~/paths';
import type { Block } from '~/platform/pdf/document-blocks';
import type { WrittenDocument } from '~/platform/pdf/write-pdf.server';
import { qrSquares } from '~/platform/qr/qr-code.server';

type Found = Extract<CheckedCertificate, { found: true }>;
type Asked = Parameters<typeof checkCertificate>[1];

const addressOf = (ctx: ReadContext, { number, code }: Asked) =>
  `${ctx.configuration.publicUrl}${paths.checkCertificate}?${new URLSearchParams({ number, code }).toString()}`;

function factsOf(ctx: ReadContext, found: Found): Block {
  const t = textIn(ctx.locale, certificates);
  const { timeZone } = ctx.configuration;
  return {
    kind: 'pairs',
    rows: [
      [t('number'), found.number],
      [t('name'), found.name ? t('declared', { value: found.name }) : t('not-shown')],
      [t('organisation'), found.organisation],
      [t('hours'), t('hours-value', { hours: hoursOf(found.minutes) })],
      [t('issued'), dayIn(found.issuedAt, timeZone)],
      [t('checked-on'), dayIn(ctx.clock.now(), timeZone)],
    ],
  };
}

/** What was checked, as the page of checking says it: no more than the person allows. */
function checkedDocument(ctx: ReadContext, found: Found, asked: Asked): WrittenDocument {
  const t = textIn(ctx.locale, certificates);
  const { timeZone } = ctx.configuration;
  const items = (found.items ?? []).map(({ activity, startsAt, minutes }, at): Block => {
    const text = `${activity} · ${dayIn(new Date(startsAt), timeZone)} · ${t('hours-value', { hours: hoursOf(minutes) })}`;
    return { kind: 'item', mark: `${at + 1}.`, text, depth: 0 };
  });
  return {
    title: t('check-title'),
    language: ctx.locale,
    author: found.organisation,
    keywords: `gongzhi-certificate:${found.number}`,
    footer: `${t('number')} ${found.number}`,
    createdAt: ctx.clock.now(),
    blocks: [
      { kind: 'heading', level: 1, text: t('check-title') },
      { kind: 'paragraph', text: t(found.changed ? 'changed' : 'check-holds') },
      factsOf(ctx, found),
      ...(items.length > 0 ? [{ kind: 'heading' as const, level: 2 as const, text: t('service') }] : []),
      ...items,
      { kind: 'paragraph', text: t('law') },
      { kind: 'paragraph', text: t('checked-hint') },
      {
        kind: 'code',
        ...qrSquares(addressOf(ctx, asked)),
        label: `${t('check-hint')}\n${addressOf(ctx, asked)}`,
      },
    ],
  };
}

/**
 * For whoever checks a certificate by its number and code: what the page says, as PDF. Throws `not-found` for a number or
 * code that there is not, and `wrong-state` for one that was revoked: no paper says that it holds; and for one whose text is not the one that was issued.
 */
export async function checkedCertificatePdf(ctx: ReadContext, asked: Asked) {
  const found = await checkCertificate(ctx, asked);
  if (!found.found) throw new DomainError('not-found', { reason: 'volunteering.no-such-certificate' });
  if (found.inLog?.altered)
    throw new DomainError('wrong-state', { reason: 'volunteering.certificate-altered' });
  if (found.revokedAt)
    throw new DomainError('wrong-state', { reason: 'volunteering.certificate-was-revoked' });
  return { number: found.number, bytes: await documentBytes(ctx, checkedDocument(ctx, found, asked)) };
}
