import type { ReadContext } from '../../context';
import { DomainError } from '../../domain-error';
import { areaNames } from '../../territory/index.server';
import { closedBallot, papersInPages } from '../paper/published-papers.query.server';
import type { Choice } from '../rules/kinds';
import type { TallyResult } from '../rules/outcome';
import { pbOfBallot } from '../rules/pb/ballot-of-pb';
import { writePb } from '../rules/pb/write-pb';
import { choiceValidator } from '../rules/validate-choice';
import { dateFormat } from '~/lib/formats';
import { yearIn } from '~/lib/time/days';

/** A closed budget ballot in Pabulib's format: voters are numbered in the order of the receipts, invalid papers left out. */
export async function ballotAsPb(ctx: ReadContext, ballotId: string): Promise<string> {
  const { rules, outcome, options, ...ballot } = await closedBallot(ctx, ballotId);
  if (rules.kind !== 'budget') throw new DomainError('not-found');
  const validate = choiceValidator(rules);
  const papers: Choice[] = [];
  for await (const page of papersInPages(ctx, ballotId))
    for (const { choice } of page) {
      const paper = JSON.parse(choice) as Choice;
      if (validate(paper).ok) papers.push(paper);
    }
  const names = await areaNames(ctx, [ballot.areaId]);
  const day = (instant: Date) =>
    dateFormat('de-DE', {
      timeZone: ctx.configuration.timeZone,
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
    }).format(instant);
  const file = pbOfBallot(rules, papers, {
    description: ballot.title,
    country: 'China',
    unit: names[ballot.areaId] ?? ballot.areaId,
    instance: String(yearIn(ballot.closesAt, ctx.configuration.timeZone)),
    dateBegin: day(ballot.opensAt),
    dateEnd: day(ballot.closesAt),
    currency: 'CNY',
    names: new Map(options.map(({ id, label }) => [id, label])),
    winners: outcome.result.winners,
    scores: new Map(scoresIn(outcome.result)),
  });
  return writePb(file);
}

const scoresIn = (result: TallyResult): [string, string][] =>
  result.kind === 'budget'
    ? result.projects.flatMap(({ project, points }) => (points === undefined ? [] : [[project, points]]))
    : [];
