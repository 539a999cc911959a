import type { ReadContext } from '../../context';
import { hoursOf } from '../rules/hours';
import { evaluationLine, factRows } from '~/i18n/certificate-lines';
import type { ServedItem } from './certificate-content.server';
import type { certificatePage } from './certificate.query.server';
import { certificates } from '~/i18n/certificates';
import { textIn } from '~/i18n/catalogue';
import { dayIn } from '~/lib/time/days';
import { wallClockText } from '~/lib/time/local-time';
import type { Block } from '~/platform/pdf/document-blocks';
import type { WrittenDocument } from '~/platform/pdf/write-pdf.server';
import { qrSquares } from '~/platform/qr/qr-code.server';

type Page = Awaited<ReturnType<typeof certificatePage>>;

/** From when until when by the clock of the portal; the second day where it is another. */
function spanText({ startsAt, endsAt }: ServedItem, timeZone: string): string {
  const [from, until] = [startsAt, endsAt].map((at) => wallClockText(new Date(at), timeZone).slice(0, 16));
  const [day, time] = (until ?? '').split('T');
  const end = from?.startsWith(day ?? '') ? time : `${day} ${time}`;
  return `${from?.replace('T', ' ')} – ${end}`;
}

const wordsIn = (locale: ReadContext['locale']) => textIn(locale, certificates);

interface Words {
  t: ReturnType<typeof wordsIn>;
  timeZone: string;
}

/** By the order of the ministry: number, whose, how many hours, by whom and when; the check code last. */
function headBlocks({ certificate, content }: Page, { t, timeZone }: Words): Block[] {
  const { organisation, idNumber, code } = content;
  const name = content.realName === '' ? content.displayName : content.realName;
  const hours = hoursOf(certificate.minutes);
  const declared = (label: string, value: string) =>
    value === '' ? [] : [[label, t('declared', { value })] as const];
  return [
    { kind: 'heading', level: 1, text: t('title') },
    { kind: 'paragraph', text: t('certifies', { name, organisation, hours }) },
    {
      kind: 'pairs',
      rows: [
        [t('number'), certificate.number],
        ...declared(t('name'), name),
        ...declared(t('identity'), idNumber),
        [t('organisation'), organisation],
        [t('hours'), t('hours-value', { hours })],
        [t('issued'), dayIn(certificate.issuedAt, timeZone)],
        [t('code'), code],
      ],
    },
  ];
}

function serviceBlocks(items: readonly ServedItem[], { t, timeZone }: Words): Block[] {
  return items.flatMap((item, at): Block[] => [
    { kind: 'item', mark: `${at + 1}.`, text: item.activity, depth: 0 },
    {
      kind: 'pairs',
      rows: [
        [t('date'), spanText(item, timeZone)],
        [t('place'), item.place],
        [t('content'), item.task || item.activity],
        [t('item-hours'), String(hoursOf(item.minutes))],
        [t('contact'), item.contact],
      ].filter((row): row is [string, string] => row[1] !== ''),
    },
  ]);
}

function awardBlocks({ trainings, honours }: Page['content'], { t }: Words): Block[] {
  const lines = [
    ...trainings.map(({ name, content, minutes, day }) => ({
      title: t('trainings'),
      text: [name, content, t('hours-value', { hours: hoursOf(minutes) }), day].filter(Boolean).join(' · '),
    })),
    ...honours.map(({ name, day }) => ({ title: t('honours'), text: `${name} · ${day}` })),
  ];
  return lines.flatMap(({ title, text }, at): Block[] => [
    ...(lines[at - 1]?.title === title ? [] : [{ kind: 'heading' as const, level: 2 as const, text: title }]),
    { kind: 'paragraph', text },
  ]);
}

/** How the service was found, and what the person says of themselves: only where the person wanted it there. */
function addedBlocks({ evaluations, facts }: Page['content'], { t }: Words): Block[] {
  const said = evaluations.map((one): Block => ({ kind: 'paragraph', text: evaluationLine(one, t) }));
  const rows = facts ? factRows(facts, t) : [];
  return [
    ...(said.length > 0
      ? [{ kind: 'heading' as const, level: 2 as const, text: t('evaluations') }, ...said]
      : []),
    ...(rows.length > 0
      ? [
          { kind: 'heading' as const, level: 2 as const, text: t('facts') },
          { kind: 'pairs' as const, rows },
        ]
      : []),
  ];
}

/** A certificate as a document in the reader's language: the words of its page. */
export function certificateDocument(ctx: ReadContext, page: Page): WrittenDocument {
  const words = { t: wordsIn(ctx.locale), timeZone: ctx.configuration.timeZone };
  const { t } = words;
  const { certificate, content, checkUrl, changed } = page;
  return {
    title: t('title'),
    language: ctx.locale,
    author: content.organisation,
    keywords: `gongzhi-certificate:${certificate.number}`,
    footer: `${t('number')} ${certificate.number}`,
    createdAt: ctx.clock.now(),
    blocks: [
      ...headBlocks(page, words),
      // Paper that states what was corrected since says so.
      ...(changed ? [{ kind: 'paragraph' as const, text: t('changed') }] : []),
      { kind: 'heading', level: 2, text: t('service') },
      ...serviceBlocks(content.items, words),
      ...awardBlocks(content, words),
      ...addedBlocks(content, words),
      { kind: 'paragraph', text: t('law') },
      { kind: 'code', ...qrSquares(checkUrl), label: `${t('check-hint')}\n${checkUrl}` },
    ],
  };
}
