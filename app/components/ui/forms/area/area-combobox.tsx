import { useEffect, useRef } from 'react';
import type { ComponentPropsWithoutRef, RefObject } from 'react';
import type { AreaPickerProps } from './area-rows';
import { classNames } from '../../class-names';
import { FieldWords, LabelWords, describing } from '../field';
import { fieldId, useForm } from '../form-context';
import { Icon } from '../../icon';
import { useCombobox } from '../use-combobox';
import type { Combobox } from '../use-combobox';
import { areaChoice } from '~/i18n/area-choice';
import { common } from '~/i18n/common';
import { useText } from '~/i18n/use-text';
import { fullAreaName } from '~/lib/choices/area-choices';
import type { AreaOffered } from '~/lib/choices/area-choices';
import { useElementId } from '../../use-element-id';

/** A text field with a list that it narrows (WAI-ARIA: editable combobox, chosen from the list by hand). */
export function AreaCombobox(props: AreaPickerProps) {
  const { name, label, hint, required = false, errors = [], folded = false } = props;
  const { formId } = useForm();
  const id = fieldId(formId, name);
  const listId = useElementId();
  const input = useRef<HTMLInputElement>(null);
  const box = useCombobox(props, input);
  return (
    <div className={classNames(folded ? 'filter' : 'field', errors.length > 0 && 'field-wrong')}>
      <label htmlFor={id} className={folded ? undefined : 'field-label'}>
        <LabelWords label={label} required={required} />
      </label>
      <FieldWords {...{ id, hint, errors }} />
      <div className="combobox" onBlur={box.onBlur}>
        <input type="hidden" name={name} value={box.chosen?.id ?? ''} />
        <ComboboxText
          {...{ id, listId, input, box, required }}
          placeholder={props.none}
          aria-describedby={[describing({ id, hint, errors }), `${id}-chosen`].filter(Boolean).join(' ')}
          aria-invalid={errors.length > 0 || undefined}
        />
        <ComboboxList {...{ listId, label, box }} />
      </div>
      <ComboboxWords {...{ id, box, folded }} />
    </div>
  );
}

interface ComboboxTextProps extends ComponentPropsWithoutRef<'input'> {
  listId: string;
  input: RefObject<HTMLInputElement>;
  box: Combobox;
}

function ComboboxText({ listId, input, box, placeholder, ...rest }: ComboboxTextProps) {
  const c = useText(common);
  return (
    <input
      {...rest}
      ref={input}
      type="text"
      role="combobox"
      className="control"
      autoComplete="off"
      spellCheck="false"
      maxLength={60}
      value={box.text}
      placeholder={placeholder ?? c('form.choose')}
      aria-expanded={box.open}
      aria-controls={listId}
      aria-autocomplete="list"
      aria-activedescendant={box.active >= 0 ? `${listId}-${box.active}` : undefined}
      onChange={(event) => box.type(event.target.value)}
      onClick={box.openList}
      onKeyDown={box.onKeyDown}
    />
  );
}

function ComboboxList({ listId, label, box }: { listId: string; label: string; box: Combobox }) {
  const t = useText(areaChoice);
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        className="combobox-open"
        aria-label={t('open')}
        aria-expanded={box.open}
        aria-controls={listId}
        onClick={box.toggle}
      >
        <Icon name="down" />
      </button>
      <ul id={listId} role="listbox" aria-label={label} hidden={!box.open} className="combobox-list">
        {box.options.map((area, index) => (
          <Option
            key={area.id}
            id={`${listId}-${index}`}
            area={area}
            active={index === box.active}
            chosen={area.id === (box.chosen?.id ?? '')}
            choose={box.choose}
          />
        ))}
      </ul>
    </>
  );
}

/** What is chosen with the names above it, and what is heard of the list. */
function ComboboxWords({ id, box, folded }: { id: string; box: Combobox; folded: boolean }) {
  const t = useText(areaChoice);
  const { chosen, open, options, more } = box;
  return (
    <>
      <p id={`${id}-chosen`} className="field-hint">
        {chosen ? t('chosen', { name: fullAreaName(chosen) }) : !folded && t('hint')}
      </p>
      <p role="status" className={open && (options.length === 0 || more) ? 'field-hint' : 'sr-only'}>
        {open && box.status}
      </p>
    </>
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
