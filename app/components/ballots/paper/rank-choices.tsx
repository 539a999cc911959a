import { useEffect, useRef, useState } from 'react';
import { classNames } from '~/components/ui';
import { FieldErrors } from '~/components/ui/forms/field';
import { fieldId, useFieldErrors, useForm } from '~/components/ui/forms/form-context';
import { budgetPapers } from '~/i18n/budget-papers';
import { useNamesInARow, useText } from '~/i18n/use-text';
import { hasHint, OptionHint, RankSelects, useOptionLabel } from '../option-lists';
import { PaperGroup } from './paper-group';
import type { VotedOption } from '../voted-ballot';

interface RankChoicesProps {
  options: VotedOption[];
  /** How many may be ranked: so many points the first place is worth. */
  most: number;
}

/**
 * Projects put in order: without scripts a list of places for each; with them they are tapped one after the other, and
 * what stood in the lists by then goes on.
 */
export function RankChoices({ options, most }: RankChoicesProps) {
  const t = useText(budgetPapers);
  const lists = useRef<HTMLDivElement>(null);
  const [order, setOrder] = useState<readonly string[] | null>(null);
  useEffect(() => {
    if (lists.current) setOrder(orderIn(lists.current));
  }, []);
  const hints = [t('ranks-hint', { most }), order === null ? '' : t('ranks-tap')];
  return (
    <PaperGroup name="rank" legend={t('ranks-choose')} hint={hints.filter(Boolean).join(' ')}>
      {order === null ? (
        <div ref={lists} className="stack">
          <RankSelects options={options} most={most} />
        </div>
      ) : (
        <RankTaps {...{ options, most, order }} onOrder={setOrder} />
      )}
    </PaperGroup>
  );
}

/** The projects by the places that are chosen in the lists. */
function orderIn(lists: HTMLElement): string[] {
  return [...lists.querySelectorAll<HTMLSelectElement>('select[name^="rank."]')]
    .filter(({ value }) => value !== '')
    .sort((one, other) => Number(one.value) - Number(other.value))
    .map(({ name }) => name.slice('rank.'.length));
}

interface RankTapsProps extends RankChoicesProps {
  order: readonly string[];
  onOrder: (order: readonly string[]) => void;
}

function RankTaps({ options, most, order, onOrder }: RankTapsProps) {
  const t = useText(budgetPapers);
  const inARow = useNamesInARow();
  const labels = new Map(options.map(({ id, label }) => [id, label]));
  const names = order.map((id, at) => t('rank-of', { place: at + 1, name: labels.get(id) ?? id }));
  return (
    <>
      <ul className="rank-taps">
        {options.map((option) => (
          <RankTap key={option.id} {...{ option, most, order, onOrder }} />
        ))}
      </ul>
      <p role="status" className="running-total">
        {order.length === 0 ? t('ranks-none') : t('ranks-order', { names: inARow(names) })}
        {order.length === most && most < options.length && ` ${t('ranks-full')}`}
      </p>
    </>
  );
}

/** One project: tapped it takes the next place, or gives its own back. */
function RankTap({ option, most, order, onOrder }: Omit<RankTapsProps, 'options'> & { option: VotedOption }) {
  const labelOf = useOptionLabel();
  const { formId } = useForm();
  const name = `rank.${option.id}`;
  const id = fieldId(formId, name);
  const errors = useFieldErrors(name);
  const at = order.indexOf(option.id);
  const isRanked = at >= 0;
  const tap = () => {
    if (isRanked) onOrder(order.filter((one) => one !== option.id));
    else if (order.length < most) onOrder([...order, option.id]);
  };
  return (
    <li>
      <button
        type="button"
        id={id}
        className={classNames('rank-tap', isRanked && 'rank-tap-ranked')}
        aria-pressed={isRanked}
        aria-disabled={!isRanked && order.length >= most}
        aria-describedby={errors.length > 0 ? `${id}-error` : undefined}
        onClick={tap}
      >
        <span className="rank-place">{isRanked ? at + 1 : ''}</span>
        <span>{labelOf(option)}</span>
      </button>
      {isRanked && <input type="hidden" name={name} value={at + 1} />}
      {hasHint(option) && (
        <div className="field-hint">
          <OptionHint option={option} />
        </div>
      )}
      <FieldErrors id={`${id}-error`} errors={errors} />
    </li>
  );
}
