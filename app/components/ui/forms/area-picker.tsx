import { Suspense, lazy } from 'react';
import { areaRows } from './area-rows';
import type { AreaPickerProps } from './area-rows';
import { classNames } from '../class-names';
import { FieldErrors } from './field';
import { fieldId, useForm } from './form-context';
import { useHydrated } from '../use-hydrated';
import { areaChoice } from '~/i18n/area-choice';
import { common } from '~/i18n/common';
import { useText } from '~/i18n/use-text';
import { areaParts } from '~/lib/area-choices';
import type { AreaChoices, AreaOffered } from '~/lib/area-choices';

/** What scripts put in the place of the radio buttons; where it cannot be loaded, they stay. */
const AreaCombobox = lazy(() =>
  import('./area-combobox').then(
    (loaded) => ({ default: loaded.AreaCombobox }),
    () => ({ default: AreaRadios }),
  ),
);

/** One of many areas: those near the reader, those that a name or code finds, and those below one that is stepped to. */
export function AreaPicker(props: AreaPickerProps) {
  const radios = <AreaRadios {...props} />;
  if (!useHydrated()) return radios;
  return (
    <Suspense fallback={radios}>
      <AreaCombobox {...props} />
    </Suspense>
  );
}

function AreaRadios(props: AreaPickerProps) {
  const { name, label, hint, required, value, errors = [], folded, none, choices, lookAt } = props;
  const t = useText(areaChoice);
  const c = useText(common);
  const { formId } = useForm();
  const id = fieldId(formId, name);
  const { chosen, rows } = areaRows(choices, value);
  const describedBy =
    [hint && `${id}-hint`, errors.length > 0 && `${id}-error`].filter(Boolean).join(' ') || undefined;
  const body = (
    <>
      {/* The Enter key in any field presses the first button of a form: this one looks for nothing. */}
      <button className="sr-only" tabIndex={-1} aria-hidden="true" />
      <div className="choices">
        {!required && (
          <AreaLine
            {...{ name, id }}
            area={{ id: '', name: none ?? t('none'), trail: '', above: '', below: false }}
            checked={value === ''}
          />
        )}
        {rows.map((area, index) => (
          <AreaLine
            key={area.id}
            {...{ name, area, lookAt }}
            id={required && index === 0 ? id : `${id}-${area.id}`}
            checked={area.id === value}
          />
        ))}
      </div>
      <AreaSearch {...{ name, id, lookAt }} choices={choices} focus={!folded} />
    </>
  );
  return (
    <fieldset
      className={classNames(folded ? 'filter' : 'field', errors.length > 0 && 'field-wrong')}
      aria-describedby={describedBy}
      aria-invalid={errors.length > 0 || undefined}
    >
      <legend className={folded ? undefined : 'field-label'}>
        {label}
        {required && <span className="field-required">{c('form.required')}</span>}
      </legend>
      {hint && (
        <div id={`${id}-hint`} className="field-hint">
          {hint}
        </div>
      )}
      <FieldErrors id={`${id}-error`} errors={errors} />
      {folded ? (
        <details className="area-fold" open={choices.found !== null}>
          <summary className="control control-select">{chosen?.name ?? none}</summary>
          {body}
        </details>
      ) : (
        body
      )}
    </fieldset>
  );
}

interface AreaLineProps {
  name: string;
  id: string;
  lookAt?: string | undefined;
  area: AreaOffered;
  checked: boolean;
}

function AreaLine({ name, id, area, checked, lookAt }: AreaLineProps) {
  const t = useText(areaChoice);
  return (
    <div className="area-line">
      <label className="choice" htmlFor={id}>
        <input type="radio" {...{ name, id }} value={area.id} defaultChecked={checked} />
        <span>
          {area.name}
          {area.trail !== '' && <small> {area.trail}</small>}
        </span>
      </label>
      {area.below && (
        <button
          name={name + areaParts.step}
          value={area.id}
          formAction={lookAt}
          className="button button-quiet button-small"
          aria-label={t('below-of', { name: area.name })}
        >
          {t('below')}
        </button>
      )}
    </div>
  );
}

interface AreaSearchProps {
  name: string;
  id: string;
  lookAt?: string | undefined;
  choices: AreaChoices;
  focus: boolean;
}

/** What was found in words, and the field and buttons to look further. */
function AreaSearch({ name, id, choices, focus, lookAt }: AreaSearchProps) {
  const t = useText(areaChoice);
  const { found, scope } = choices;
  const { query, under, areas, more } = found ?? { query: '', under: null, areas: [], more: false };
  return (
    <>
      {found && (
        <p className="field-hint" role="status">
          {query === ''
            ? under && t('is-below', { name: under.name })
            : areas.length === 0
              ? t('found-none', { query })
              : t('found', { count: areas.length })}
          {more && ` ${t('more')}`}
        </p>
      )}
      <div className="area-find">
        <label htmlFor={`${id}-find`}>{t('find')}</label>
        <input
          type="search"
          id={`${id}-find`}
          name={name + areaParts.words}
          defaultValue={query}
          maxLength={60}
          className="control"
          // The form came back from looking an area up: that is where the reader was.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={focus && found !== null}
        />
        <button
          name={name + areaParts.search}
          value={under?.id ?? ''}
          formAction={lookAt}
          className="button button-secondary"
        >
          {t('search')}
        </button>
        {under && (
          <button
            name={name + areaParts.step}
            value={under.above}
            formAction={lookAt}
            className="button button-quiet"
          >
            {t('up')}
          </button>
        )}
      </div>
      {scope.length > 0 && <input type="hidden" name={name + areaParts.scope} value={scope.join()} />}
    </>
  );
}
