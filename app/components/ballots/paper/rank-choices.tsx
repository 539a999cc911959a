import { useEffect, useRef, useState } from 'react';
import { classNames, FieldSet, Said } from '~/components/ui';
import { FieldErrors } from '~/components/ui/forms/field';
import { fieldId, useFieldErrors, useForm } from '~/components/ui/forms/form-context';
import { ballots } from '~/i18n/ballots';
import { budgetPapers } from '~/i18n/budget-papers';
import { useNamesInARow, useText } from '~/i18n/use-text';
import { hasHint, OptionHint, RankSelects, useOptionLabel } from '../option-lists';
import { PaperGroup } from './paper-group';
import { RankOrder } from './rank-order';
import type { VotedOption } from '../voted-ballot';

interface RankChoicesProps {
  options: VotedOption[];
  /** How many may be ranked: so many points the first place is worth. */
  most: number;
}

/** Projects put in order, each place given once. */
export function RankChoices(props: RankChoicesProps) {
  const t = useText(budgetPapers);
  return (
    <PaperGroup name="rank" legend={t('ranks-choose')} hint={t('ranks-hint', { most: props.most })}>
      <RankList {...props} />
    </PaperGroup>
  );
}

/** The paper of a ranking ballot. */
export function RankingChoices({ options }: { options: VotedOption[] }) {
  const t = useText(ballots);
  return (
    <FieldSet legend={t('choose')} hint={t('rank-hint')}>
      <RankList options={options} most={options.length} mayTie />
    </FieldSet>
  );
}

/**
 * Options put in order: without scripts a list of places for each; with them they are tapped one after the other, and
 * what stood in the lists by then goes on. Where two may share a place, who wants that has the lists.
 */
function RankList({ options, most, mayTie = false }: RankChoicesProps & { mayTie?: boolean }) {
  const t = useText(budgetPapers);
  const lists = useRef<HTMLDivElement>(null);
  const [order, setOrder] = useState<readonly string[] | null>(null);
  const left = useRef<readonly string[]>([]);
  useEffect(() => {
    if (lists.current) setOrder(orderIn(lists.current));
  }, []);
  useEffect(() => {
    if (order === null && lists.current) putInto(lists.current, left.current);
  }, [order]);
  const toLists = () => {
    left.current = order ?? [];
    setOrder(null);
  };
  if (order === null)
    return (
      <div ref={lists} className="stack">
        <RankSelects options={options} most={most} />
      </div>
    );
  return (
    <>
      <p className="field-hint">
        {t('ranks-tap')}
        {mayTie && t('ranks-rest')}
      </p>
      <RankTaps {...{ options, most, order }} onOrder={setOrder} />
      {mayTie && (
        <p>
          <button type="button" className="button button-quiet button-small" onClick={toLists}>
            {t('ranks-lists')}
          </button>
        </p>
      )}
    </>
  );
}

const listsIn = (holder: HTMLElement) => [
  ...holder.querySelectorAll<HTMLSelectElement>('select[name^="rank."]'),
];

const optionOf = ({ name }: HTMLSelectElement) => name.slice('rank.'.length);

/** The options by the places that are chosen in the lists; none where two share one, which taps cannot say. */
function orderIn(holder: HTMLElement): string[] | null {
  const ranked = listsIn(holder).filter(({ value }) => value !== '');
  if (new Set(ranked.map(({ value }) => value)).size < ranked.length) return null;
  return ranked.sort((one, other) => Number(one.value) - Number(other.value)).map(optionOf);
}

/** The lists hold what was tapped before. */
function putInto(holder: HTMLElement, order: readonly string[]): void {
  for (const list of listsIn(holder)) {
    const at = order.indexOf(optionOf(list));
    if (at >= 0) list.value = String(at + 1);
  }
}

interface RankTapsProps extends RankChoicesProps {
  order: readonly string[];
  onOrder: (order: readonly string[]) => void;
}

function RankTaps({ options, most, order, onOrder }: RankTapsProps) {
  const t = useText(budgetPapers);
  const inARow = useNamesInARow();
  const labels = new Map(options.map(({ id, label }) => [id, label]));
  const nameOf = (id: string) => labels.get(id) ?? id;
  const names = order.map((id, at) => t('rank-of', { place: at + 1, name: nameOf(id) }));
  return (
    <>
      <ul className="rank-taps">
        {options.map((option) => (
          <RankTap key={option.id} {...{ option, most, order, onOrder }} />
        ))}
      </ul>
      {order.length > 1 && <RankOrder {...{ order, onOrder }} nameOf={nameOf} />}
      <p role="status" className={order.length > 1 ? 'sr-only' : 'running-total'}>
        {order.length === 0 ? t('ranks-none') : t('ranks-order', { names: inARow(names) })}
      </p>
      {order.length === most && most < options.length && <p>{t('ranks-full')}</p>}
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
        <span>
          <Said>{labelOf(option)}</Said>
        </span>
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
