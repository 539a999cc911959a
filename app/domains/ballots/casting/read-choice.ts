import type { Choice, SupportAnswer } from '../rules/kinds';
import { ballotKindOf } from '../vocabulary';
import { budgetValues, readBudgetPaper } from './read-budget-paper';
import { plainWidth } from '~/lib/texts/plain-width';

type Fields = Record<string, string | string[]>;

/** The texts of the fields that begin with the prefix, by what follows it; empty ones are left out. */
function fieldsWith(form: FormData, prefix: string): [string, string][] {
  return [...form].flatMap(([name, value]) =>
    name.startsWith(prefix) && typeof value === 'string' && value !== ''
      ? [[name.slice(prefix.length), value] as [string, string]]
      : [],
  );
}

/**
 * The choice that a posted form makes: `answer.<option>` for support, `rank.<option>` (1 is best, equal
 * ranks allowed, empty: not ranked) for a ranking, `score.<option>`, else `option`, once or several times; for projects
 * of a budget `option`, `points.<option>` or `rank.<option>`, each rank once.
 * What the rules do not allow is for the count's own check to say.
 */
export function readChoice(ballotKind: string, form: FormData): Choice {
  const kind = ballotKindOf(ballotKind);
  switch (kind) {
    case 'support':
      return { kind, answers: answersIn(form) };
    case 'ranking':
      return { kind, ranks: tiersOf(fieldsWith(form, 'rank.')) };
    case 'score':
      return { kind, scores: scoresIn(form) };
    case 'single-choice':
      return { kind, option: optionsIn(form)[0] ?? null };
    case 'approval':
      return { kind, options: optionsIn(form) };
    case 'budget':
      return readBudgetPaper({
        ticked: optionsIn(form),
        points: fieldsWith(form, 'points.'),
        tiers: tiersOf(fieldsWith(form, 'rank.')),
      });
  }
}

function answersIn(form: FormData): Record<string, SupportAnswer> {
  const answers: Record<string, SupportAnswer> = {};
  for (const [option, value] of fieldsWith(form, 'answer.'))
    if (value === 'yes' || value === 'no' || value === 'abstain') answers[option] = value;
  return answers;
}

const scoresIn = (form: FormData): Record<string, number> =>
  Object.fromEntries(fieldsWith(form, 'score.').map(([option, value]) => [option, Number(value)]));

const optionsIn = (form: FormData): string[] =>
  form.getAll('option').filter((value): value is string => typeof value === 'string' && value !== '');

const rankText = /^0*[1-9]\d{0,3}$/;

/** What is no rank names an option that there is not, so that the rules refuse the paper: left out, it would be another. */
function tiersOf(ranked: [string, string][]): string[][] {
  const tiers = new Map<number, string[]>();
  for (const [option, text] of ranked) {
    const written = plainWidth(text).trim();
    const [rank, named] = rankText.test(written) ? [Number(written), option] : [0, `rank ${text}`];
    const tier = tiers.get(rank);
    if (tier) tier.push(named);
    else tiers.set(rank, [named]);
  }
  return [...tiers].sort(([one], [other]) => one - other).map(([, options]) => options);
}

/** A choice back as the values of the form's fields. */
export function choiceValues(choice: Choice | null): Fields {
  switch (choice?.kind) {
    case undefined:
      return {};
    case 'support':
      return prefixed('answer.', Object.entries(choice.answers));
    case 'ranking':
      return prefixed(
        'rank.',
        choice.ranks.flatMap((tier, index) => tier.map((option) => [option, String(index + 1)] as const)),
      );
    case 'score':
      return prefixed(
        'score.',
        Object.entries(choice.scores).map(([option, score]) => [option, String(score)] as const),
      );
    case 'single-choice':
      return choice.option === null ? {} : { option: choice.option };
    case 'approval':
      return { option: choice.options };
    case 'budget':
      return budgetValues(choice);
  }
}

function prefixed(prefix: string, entries: (readonly [string, string])[]): Fields {
  return Object.fromEntries(entries.map(([option, value]) => [prefix + option, value]));
}
