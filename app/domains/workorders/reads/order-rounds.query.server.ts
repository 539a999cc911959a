import type { ReadContext } from '../../context';
import { organisationNames } from '../../organisations/index.server';
import { reportsOfOrders } from './order-reports.query.server';
import type { OrderReport } from './order-reports.query.server';
import { countCallBack } from '../rules/call-back';

interface Answer {
  workOrderId: string;
  round: number;
  solved: boolean | null;
  rating: number | null;
  words: string | null;
}

const shownReport = (report: OrderReport, names: Record<string, string>) => ({
  html: report.reportHtml,
  measures: report.measures === null ? [] : report.measures.split('\n'),
  reportedAt: report.reportedAt,
  department: names[report.organisationId ?? ''] ?? '',
  pictures: report.pictures,
});

/**
 * Orders from report to answers, a round each, the first before the second: what was reported, and what those who
 * asked said to it. Their words are given to those alone who work on the order (`withWords`), and without names.
 * Who may read the orders is asked before.
 */
export async function roundsOfOrders(ctx: ReadContext, ids: readonly string[], withWords = false) {
  const [reports, callBacks] = await Promise.all([
    reportsOfOrders(ctx, ids),
    ctx.database.read.callBack.findMany({
      where: { workOrderId: { in: [...ids] } },
      orderBy: { id: 'asc' },
      select: { workOrderId: true, round: true, solved: true, rating: true, words: true },
    }),
  ]);
  const departments = Object.values(reports).flatMap((rows) => rows.map((row) => row.organisationId ?? ''));
  const names = await organisationNames(ctx, departments);
  const roundsOf = (id: string) => {
    const written = reports[id] ?? [];
    const asked: Answer[] = callBacks.filter((row) => row.workOrderId === id);
    const rounds = [...new Set([...written, ...asked].map(({ round }) => round))].sort((a, b) => a - b);
    return rounds.map((round) => {
      const report = written.find((one) => one.round === round);
      const answers = asked.filter((one) => one.round === round);
      return {
        round,
        report: report ? shownReport(report, names) : null,
        callBack: answers.length > 0 ? countCallBack(answers, false) : null,
        words: withWords ? answers.flatMap((one) => (one.words ? [one.words] : [])) : [],
      };
    });
  };
  return Object.fromEntries(ids.map((id) => [id, roundsOf(id)]));
}
