import type { ReadContext } from '../../context';
import { documentBytes } from '../../write-document.server';
import { reportsOfOrders } from '../reads/order-reports.query.server';
import { countsOf, orderSheet } from './order-sheet.query.server';
import { textIn } from '~/i18n/catalogue';
import { orderSheet as sheetWords } from '~/i18n/order-sheet';
import { workOrders } from '~/i18n/work-orders';
import { blocksOfMarkdown } from '~/platform/pdf/document-blocks';
import type { Block } from '~/platform/pdf/document-blocks';

const heading = (text: string): Block => ({ kind: 'heading', level: 2, text });

type Sheet = Awaited<ReturnType<typeof orderSheet>>;
type Report = Awaited<ReturnType<typeof reportsOfOrders>>[string][number];

/** What was reported in a round of the work, and what those who asked said to it. */
function blocksOfRound(
  ctx: ReadContext,
  { round, callBack, words }: Sheet['rounds'][number],
  reports: readonly Report[],
): Block[] {
  const w = textIn(ctx.locale, workOrders);
  const written = reports.find((one) => one.round === round);
  return [
    ...(written ? [heading(w('report-of-round', { round })), ...blocksOfMarkdown(written.report)] : []),
    ...(callBack
      ? [
          heading(w('call-back-of-round', { round })),
          { kind: 'paragraph' as const, text: w('call-back-count', countsOf(callBack)) },
        ]
      : []),
    ...words.map((text): Block => ({ kind: 'paragraph', text, small: true })),
  ];
}

/** 工作流转单 as PDF, as whoever works on the order may read it. Throws `forbidden`, and what `documentBytes` throws. */
export async function orderSheetPdf(ctx: ReadContext, id: string) {
  const sheet = await orderSheet(ctx, id);
  const s = textIn(ctx.locale, sheetWords);
  const w = textIn(ctx.locale, workOrders);
  const reports = (await reportsOfOrders(ctx, [id]))[id] ?? [];
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: `${s('title')} ${sheet.number}` },
    { kind: 'paragraph', text: sheet.title },
    { kind: 'pairs', rows: sheet.rows },
    heading(w('description')),
    { kind: 'paragraph', text: sheet.description },
    ...sheet.rounds.flatMap((one) => blocksOfRound(ctx, one, reports)),
    heading(w('history')),
    ...sheet.steps.flatMap(({ day, at, who, what }): Block[] => [
      { kind: 'item', mark: s('day', { day }), text: [at, who, what].filter(Boolean).join(' · '), depth: 0 },
    ]),
    { kind: 'paragraph', text: s('sign-line') },
  ];
  const bytes = await documentBytes(ctx, {
    title: `${s('title')} ${sheet.number}`,
    language: ctx.locale,
    author: await ctx.subjects.portalName(ctx, ctx.locale),
    keywords: sheet.number,
    footer: `${sheet.number} · ${sheet.printedAt}`,
    blocks,
    createdAt: ctx.clock.now(),
  });
  return { number: sheet.number, bytes };
}
