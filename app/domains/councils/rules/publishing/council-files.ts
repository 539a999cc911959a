import type { Council, Quota } from '../council';
import { featuresOf } from '../parse-quotas';
import { csvLines } from '~/lib/csv/write-csv';

const exact = (text: string) => ({ asIs: text });

/** `feature,value,min,max`, as `gongzhi draw` reads it. */
export const quotasFile = (quotas: readonly Quota[]): string =>
  csvLines([
    ['feature', 'value', 'min', 'max'],
    ...quotas.map(({ feature, value, min, max }) => [exact(feature), exact(value), min, max]),
  ]);

/** The column of `--one-per` in the pool file. */
const householdColumn = 'household';

/** `id`, the features and the household, as `gongzhi draw` reads it. For auditors only: features single people out. */
export const poolFile = ({ quotas, people }: Pick<Council, 'quotas' | 'people'>): string =>
  csvLines([
    ['id', ...featuresOf(quotas).map(exact), householdColumn],
    ...people.map(({ id, values, household }) => [exact(id), ...values.map(exact), exact(household ?? '')]),
  ]);

/** The ids that stand in a file of `commitmentsFile`: everybody on the list. */
export const committedIds = (file: string): Set<string> =>
  new Set(
    file
      .split('\n')
      .slice(1)
      .flatMap((line) => line.split(',')[0] || []),
  );

/** `id,commitment`. */
export const commitmentsFile = (commitments: readonly (readonly [string, string])[]): string =>
  csvLines([['id', 'commitment'], ...commitments.map(([id, commitment]) => [exact(id), exact(commitment)])]);
