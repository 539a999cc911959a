import type { ReadContext } from '../../context';
import { categoryNamer } from '../../categories/index.server';
import { DomainError } from '../../domain-error';
import { timelineOf } from '../../ledger/index.server';
import { areaTrail } from '../../territory/index.server';
import { workOrderPage } from '../reads/work-order.query.server';
import { daysOfSteps } from './rules/days-of-steps';
import { hasKey, textIn } from '~/i18n/catalogue';
import { intake } from '~/i18n/intake';
import { punctuationOf, withAside } from '~/i18n/punctuation';
import { orderSheet as sheetWords } from '~/i18n/order-sheet';
import { workOrders } from '~/i18n/work-orders';
import { dayIn } from '~/lib/time/days';
import { wallClockText } from '~/lib/time/local-time';

type Page = Awaited<ReturnType<typeof workOrderPage>>;
type SheetRow = readonly [label: string, value: string];

/** So many of those who asked are named; how many more there are is said. */
const mostNamed = 10;

/** Who asked, as far as the reader may read what they wrote: people by their names here, callers by how they came. */
async function askersOf(ctx: ReadContext, { links, hiddenLinks, channels }: Page): Promise<string[]> {
  const t = textIn(ctx.locale, sheetWords);
  const { takenUp } = ctx.subjects;
  const matters = links.filter(({ kind }) => takenUp.get(kind)?.askerOf);
  const named = await Promise.all(
    matters.slice(0, mostNamed).map(({ kind, id }) => takenUp.get(kind)?.askerOf?.(ctx, id)),
  );
  const more = Math.max(0, matters.length - mostNamed) + hiddenLinks;
  return [
    ...new Set(named.flatMap((name) => (name ? [name] : []))),
    ...(channels.length > 0 ? [t('caller')] : []),
    ...(more > 0 ? [t('more-askers', { count: more })] : []),
  ];
}

function channelsOf(ctx: ReadContext, { links, hiddenLinks, channels, order }: Page): string[] {
  const t = textIn(ctx.locale, intake);
  const s = textIn(ctx.locale, sheetWords);
  return [
    ...(links.length + hiddenLinks > 0 ? [s('channel-portal')] : []),
    ...channels.map((channel) => {
      const key = `channel.${channel}`;
      return hasKey(intake, key) ? t(key) : channel;
    }),
    ...(order.externalSystem && !channels.includes('hotline') ? [order.externalSystem] : []),
  ];
}

type Counts = { asked: number; solved: number; unsolved: number; silent: number };

/** The counts of a call-back, for words that name them. */
export const countsOf = ({ asked, solved, unsolved, silent }: Counts) => ({
  asked,
  solved,
  unsolved,
  silent,
});

/** What the order has come to, with what those who asked said. */
function resultOf(ctx: ReadContext, { order, rounds }: Page): string {
  const t = textIn(ctx.locale, workOrders);
  const state = `state.${order.state}`;
  const answers = rounds.at(-1)?.callBack;
  return [
    hasKey(workOrders, state) ? t(state) : order.state,
    answers ? t('call-back-count', countsOf(answers)) : '',
    answers?.rating ? t('rating-of', { rating: answers.rating.toFixed(1) }) : '',
  ]
    .filter(Boolean)
    .join(punctuationOf(ctx.locale).semicolon);
}

async function rowsOf(ctx: ReadContext, page: Page): Promise<SheetRow[]> {
  const { order, department, lead, helpers, handlingArea } = page;
  const t = textIn(ctx.locale, workOrders);
  const s = textIn(ctx.locale, sheetWords);
  const { colon, comma } = punctuationOf(ctx.locale);
  const urgency = `urgency.${order.urgency}`;
  const moment = (at: Date | null) => (at ? momentText(ctx, at) : '');
  const [askers, trail, category] = await Promise.all([
    askersOf(ctx, page),
    areaTrail(ctx, order.areaId),
    categoryNamer(ctx),
  ]);
  const helped = helpers.map(({ name, task, reportedAt }) =>
    withAside(ctx.locale, `${name}${colon}${task}`, reportedAt ? moment(reportedAt) : s('helper-open')),
  );
  const rows: SheetRow[] = [
    [t('number'), order.number],
    [t('external-number'), order.externalNumber ?? ''],
    [s('askers'), askers.join(comma)],
    [t('channel'), channelsOf(ctx, page).join(comma)],
    [t('category'), category(order.category)],
    [t('urgency'), hasKey(workOrders, urgency) ? t(urgency) : order.urgency],
    [t('area'), trail.map(({ name }) => name).join(' ')],
    [t('place'), order.place ?? ''],
    [s('coordinator'), handlingArea.name],
    [t('department'), department?.name ?? ''],
    [s('lead'), lead?.name ?? ''],
    [t('helpers'), helped.join('\n')],
    [s('registered'), moment(order.createdAt)],
    [t('clock.response'), moment(order.responseDueAt)],
    [s('accepted'), moment(order.acceptedAt)],
    [t('deadline'), moment(order.deadlineAt)],
    [s('done'), moment(order.doneAt)],
    [s('result'), resultOf(ctx, page)],
  ];
  return rows.filter(([, value]) => value !== '');
}

const momentText = (ctx: ReadContext, at: Date) =>
  wallClockText(at, ctx.configuration.timeZone).slice(0, 16).replace('T', ' ');

/** The sheet names who asked: it is for those who dispatch the order or work on it. */
export const mayReadSheet = ({ may }: Pick<Page, 'may'>): boolean => may.dispatch.allowed || may.work.allowed;

/** 工作流转单: what it is about, who asked and how, who had it when, on which day, and what came of it. Throws `forbidden`. */
export async function orderSheet(ctx: ReadContext, id: string) {
  const page = await workOrderPage(ctx, id);
  const { order, rounds } = page;
  if (!mayReadSheet(page)) throw new DomainError('forbidden', { reason: 'workbench.staff-only' });
  const [rows, { events }] = await Promise.all([
    rowsOf(ctx, page),
    timelineOf(ctx, [{ kind: 'work-order', id }]),
  ]);
  const dates = events.map(({ at }) => dayIn(at, ctx.configuration.timeZone));
  const days = daysOfSteps(dayIn(order.createdAt, ctx.configuration.timeZone), dates);
  const steps = events.map(({ id: key, at, actorName, organisationName, text, details }, index) => ({
    key,
    day: days[index] ?? 1,
    at: momentText(ctx, at),
    who: [organisationName, actorName].filter(Boolean).join(' '),
    what: [text, ...details].join('\n'),
  }));
  return {
    ...{ id, number: order.number, title: order.title, description: order.description },
    ...{ rows, rounds, steps, printedAt: momentText(ctx, ctx.clock.now()) },
  };
}
