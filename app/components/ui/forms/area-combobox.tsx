import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import type { AreaPickerProps } from './area-rows';
import { classNames } from '../class-names';
import { FieldErrors } from './field';
import { fieldId, useForm } from './form-context';
import { Icon } from '../icon';
import { keepRecent } from './recent-areas';
import { useOfferedAreas } from './use-offered-areas';
import { areaChoice } from '~/i18n/area-choice';
import { common } from '~/i18n/common';
import { useText } from '~/i18n/use-text';
import { fullAreaName } from '~/lib/area-choices';
import type { AreaOffered } from '~/lib/area-choices';

/** A text field with a list that it narrows (WAI-ARIA: editable combobox, chosen from the list by hand). */
export function AreaCombobox(props: AreaPickerProps) {
  const { name, label, hint, required = false, errors = [], folded } = props;
  const t = useText(areaChoice);
  const c = useText(common);
  const { formId } = useForm();
  const id = fieldId(formId, name);
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const box = useCombobox(props, input);
  const { chosen, text, open, active, options, status } = box;
  const words = [hint && `${id}-hint`, `${id}-chosen`, errors.length > 0 && `${id}-error`];
  return (
    <div className={classNames(folded ? 'filter' : 'field', errors.length > 0 && 'field-wrong')}>
      <label htmlFor={id} className={folded ? undefined : 'field-label'}>
        {label}
        {required && <span className="field-required">{c('form.required')}</span>}
      </label>
      {hint && (
        <div id={`${id}-hint`} className="field-hint">
          {hint}
        </div>
      )}
      <FieldErrors id={`${id}-error`} errors={errors} />
      <div className="combobox" onBlur={box.onBlur}>
        <input type="hidden" name={name} value={chosen?.id ?? ''} />
        <input
          ref={input}
          id={id}
          type="text"
          role="combobox"
          className="control"
          autoComplete="off"
          spellCheck={false}
          maxLength={60}
          value={text}
          placeholder={props.none ?? c('form.choose')}
          required={required}
          aria-expanded={open}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={active >= 0 ? `${list}-${active}` : undefined}
          aria-describedby={words.filter(Boolean).join(' ')}
          aria-invalid={errors.length > 0 || undefined}
          onChange={(event) => box.type(event.target.value)}
          onClick={box.openList}
          onKeyDown={box.onKeyDown}
        />
        <button
          type="button"
          tabIndex={-1}
          className="combobox-open"
          aria-label={t('open')}
          aria-expanded={open}
          aria-controls={list}
          onClick={box.toggle}
        >
          <Icon name="down" />
        </button>
        <ul id={list} role="listbox" aria-label={label} hidden={!open} className="combobox-list">
          {options.map((area, index) => (
            <Option
              key={area.id}
              id={`${list}-${index}`}
              area={area}
              active={index === active}
              chosen={area.id === (chosen?.id ?? '')}
              choose={box.choose}
            />
          ))}
        </ul>
      </div>
      <p id={`${id}-chosen`} className="field-hint">
        {chosen ? t('chosen', { name: fullAreaName(chosen) }) : !folded && t('hint')}
      </p>
      <p role="status" className={open && (options.length === 0 || box.more) ? 'field-hint' : 'sr-only'}>
        {open && status}
      </p>
    </div>
  );
}

interface OptionProps {
  id: string;
  area: AreaOffered;
  active: boolean;
  chosen: boolean;
  choose: (area: AreaOffered) => void;
}

function Option({ id, area, active, chosen, choose }: OptionProps) {
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (active) element.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    // The keys are the text field's, which keeps the focus and names the active one.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <li
      ref={element}
      id={id}
      role="option"
      aria-selected={chosen}
      className={classNames('combobox-option', active && 'combobox-active')}
      // The text field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => choose(area)}
    >
      {area.name}
      {area.trail !== '' && <small> {area.trail}</small>}
    </li>
  );
}

function useCombobox(
  { value, choices, required, none }: AreaPickerProps,
  input: RefObject<HTMLInputElement>,
) {
  const t = useText(areaChoice);
  const byHand = useRef(true);
  const first = choices.known.find(({ id }) => id === value) ?? null;
  const [chosen, setChosen] = useState(first);
  const [text, setText] = useState(first?.name ?? '');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const typed = text !== (chosen?.name ?? '');
  const offered = useOfferedAreas({
    choices,
    query: typed ? text.trim() : '',
    under: chosen?.id ?? '',
    open,
  });
  const nothing: AreaOffered = { id: '', name: none ?? t('none'), trail: '', above: '', below: false };
  const options = required || typed ? offered.areas : [nothing, ...offered.areas];
  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const openList = () => setOpen(true);
  const choose = (area: AreaOffered) => {
    setChosen(area.id === '' ? null : area);
    if (area.id !== '') keepRecent(area.id);
    close();
    write(area.id === '' ? '' : area.name);
  };
  /** Writes as typing would, so that the form hears of it: drafts are kept as people type. */
  const write = (words: string) => {
    const element = input.current;
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    if (!element || !set) return;
    byHand.current = false;
    set.call(element, words);
    element.dispatchEvent(new Event('input', { bubbles: true }));
    byHand.current = true;
    setText(words);
  };
  const type = (words: string) => {
    setText(words);
    if (!byHand.current) return;
    setActive(-1);
    setOpen(true);
  };
  /** What was typed and not chosen is taken back; an emptied field is no area. */
  const leave = () => {
    close();
    if (text.trim() === '') setChosen(null);
    else setText(chosen?.name ?? '');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setOpen(true);
      const count = options.length;
      if (!open) setActive(-1);
      else if (count > 0)
        setActive(active < 0 ? (step > 0 ? 0 : count - 1) : (active + step + count) % count);
    } else if (event.key === 'Enter' && open) {
      const only = typed && options.length === 1 ? options[0] : undefined;
      const area = options[active] ?? only;
      event.preventDefault();
      if (area) choose(area);
    } else if (event.key === 'Escape' && (open || typed)) {
      event.preventDefault();
      event.stopPropagation();
      leave();
    }
  };
  useReset(input, () => {
    setChosen(first);
    setText(first?.name ?? '');
  });
  return {
    ...{ chosen, text, open, active, options, openList, choose, type, onKeyDown },
    more: offered.more,
    status: offered.failed
      ? t('away')
      : options.length === 0
        ? offered.asked && t('found-none', { query: text })
        : `${t('offered', { count: options.length })}${offered.more ? ` ${t('more')}` : ''}`,
    toggle: () => {
      input.current?.focus();
      if (open) close();
      else openList();
    },
    onBlur: (event: { relatedTarget: EventTarget | null; currentTarget: HTMLElement }) => {
      if (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) return;
      leave();
    },
  };
}

/** A form that is emptied takes the choice back, too. */
function useReset(input: { current: HTMLInputElement | null }, reset: () => void) {
  const latest = useRef(reset);
  useEffect(() => {
    latest.current = reset;
  });
  useEffect(() => {
    const form = input.current?.form;
    const heard = () => latest.current();
    form?.addEventListener('reset', heard);
    return () => form?.removeEventListener('reset', heard);
  }, [input]);
}
