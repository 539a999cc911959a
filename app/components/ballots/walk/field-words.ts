import { ballotWalk } from '~/i18n/ballot-walk';
import { ballots } from '~/i18n/ballots';
import { budgetPapers } from '~/i18n/budget-papers';
import { hasKey } from '~/i18n/catalogue';
import { statutoryRecord } from '~/i18n/statutory-record';
import { useNamesInARow, useText } from '~/i18n/use-text';

/** Titles and names of what fields point to, by id. */
export type NamesById = Readonly<Record<string, string>>;

const calledOtherwise: Record<string, string> = { areaId: 'area', proposalIds: 'proposals' };

/** What each field of the steps is called, by its name: what is wrong, and what changes, is told with it. */
export function useFieldLabel(): (name: string, titles: NamesById) => string {
  const t = useText(ballots);
  const p = useText(budgetPapers);
  const r = useText(statutoryRecord);
  return (name, titles) => {
    if (name.startsWith('cost.'))
      return t('form.cost-of', { title: titles[name.slice('cost.'.length)] ?? '' });
    const key = `form.${calledOtherwise[name] ?? name}`;
    if (hasKey(budgetPapers, key)) return p(key);
    if (hasKey(statutoryRecord, key)) return r(key);
    return hasKey(ballots, key) ? t(key) : name;
  };
}

/** By the names of fields with a choice: what the keys of its words begin with. */
const choiceWords: Record<string, string> = {
  ...{ kind: 'kind.', standing: 'standing.', unit: 'unit.', secret: 'form.secret-', tieRule: 'tie.' },
  ...{ electorateKind: 'form.electorate.', percentageBase: 'base.', budgetRule: 'budget-rule.' },
  ...{ completion: 'completion.', budgetPapers: 'papers.', pointsRule: 'points-rule.' },
  meetingKind: 'meeting.',
};

const ticks = ['paperVoting', 'stopWhenExhaustive', 'stopAtMisfit'];
const pointing = ['areaId', 'proposalIds', 'organisationIds'];

/** What stands in a field, as people read it. */
export function useFieldValueWords(): (name: string, values: readonly string[], names: NamesById) => string {
  const t = useText(ballots);
  const p = useText(budgetPapers);
  const w = useText(ballotWalk);
  const r = useText(statutoryRecord);
  const inARow = useNamesInARow();
  return (name, values, names) => {
    const [value = ''] = values;
    if (ticks.includes(name)) return w(value === 'on' ? 'yes' : 'no');
    if (value === '') return w('nothing');
    if (pointing.includes(name)) return inARow(values.map((id) => names[id] ?? id));
    if (name === 'opensAt' || name === 'closesAt') return value.replace('T', ' ');
    const key = `${choiceWords[name] ?? ''}${value}`;
    if (!(name in choiceWords)) return value;
    if (hasKey(budgetPapers, key)) return p(key);
    if (hasKey(statutoryRecord, key)) return r(key);
    return hasKey(ballots, key) ? t(key) : value;
  };
}
