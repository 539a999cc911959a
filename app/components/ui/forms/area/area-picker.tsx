import { Suspense, lazy } from 'react';
import type { ReactNode } from 'react';
import { areaRows } from './area-rows';
import type { AreaPickerProps } from './area-rows';
import { classNames } from '../../class-names';
import { FieldWords, LabelWords, describing } from '../field';
import { fieldId, useForm } from '../form-context';
import { useFocusWhere } from '../../use-focus-where';
import { useHydrated } from '../../use-hydrated';
import { areaChoice } from '~/i18n/area-choice';
import { useText } from '~/i18n/use-text';
import { areaParts } from '~/lib/choices/area-choices';
import type { AreaChoices, AreaOffered } from '~/lib/choices/area-choices';

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
  const { name, label, hint, required = false, value, errors = [], folded, none, choices } = props;
  const { formId } = useForm();
  const id = fieldId(formId, name);
  const { chosen, rows } = areaRows(choices, value);
  const body = <AreaLines {...props} {...{ id, rows }} />;
  return (
    <fieldset
      className={classNames(folded ? 'filter' : 'field', errors.length > 0 && 'field-wrong')}
      aria-describedby={describing({ id, hint, errors })}
      aria-invalid={errors.length > 0 || undefined}
    >
      <legend className={folded ? undefined : 'field-label'}>
        <LabelWords label={label} required={required} />
      </legend>
      <FieldWords {...{ id, hint, errors }} />
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

interface AreaLinesProps extends AreaPickerProps {
  id: string;
  rows: readonly AreaOffered[];
}

function AreaLines({ id, rows, name, required, value, none, choices, lookAt, folded }: AreaLinesProps) {
  const t = useText(areaChoice);
  const nothing = { id: '', name: none ?? t('none'), trail: '', above: '', below: false };
  return (
    <>
      {/* The Enter key in any field presses the first button of a form: this one looks for nothing. */}
      <button className="sr-only" tabIndex={-1} aria-hidden="true" />
      <div className="choices">
        {!required && <AreaLine {...{ name, id }} area={nothing} checked={value === ''} />}
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
  const field = useFocusWhere<HTMLInputElement>(focus ? (found?.query ?? null) : null);
  const under = found?.under ?? null;
  return (
    <>
      {found && <FoundWords {...found} />}
      <div className="area-find">
        <label htmlFor={`${id}-find`}>{t('find')}</label>
        <input
          type="search"
          id={`${id}-find`}
          name={name + areaParts.words}
          defaultValue={found?.query ?? ''}
          maxLength={60}
          className="control"
          // The form came back from looking an area up: that is where the reader was.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={focus && found !== null}
          ref={field}
        />
        <LookButton name={name + areaParts.search} value={under?.id ?? ''} lookAt={lookAt}>
          {t('search')}
        </LookButton>
        {under && (
          <LookButton name={name + areaParts.step} value={under.above} lookAt={lookAt} quiet>
            {t('up')}
          </LookButton>
        )}
      </div>
      {scope.length > 0 && <input type="hidden" name={name + areaParts.scope} value={scope.join()} />}
    </>
  );
}

function FoundWords({ query, under, areas, more }: NonNullable<AreaChoices['found']>) {
  const t = useText(areaChoice);
  const below = under && t('is-below', { name: under.name });
  const named = areas.length === 0 ? t('found-none', { query }) : t('found', { count: areas.length });
  return (
    <p className="field-hint" role="status">
      {query === '' ? below : named}
      {more && ` ${t('more')}`}
    </p>
  );
}

interface LookButtonProps {
  name: string;
  value: string;
  lookAt: string | undefined;
  quiet?: boolean;
  children: ReactNode;
}

/** Sends the form to look for areas, not to do what it is for. */
function LookButton({ name, value, lookAt, quiet = false, children }: LookButtonProps) {
  return (
    <button
      {...{ name, value }}
      formAction={lookAt}
      className={classNames('button', quiet ? 'button-quiet' : 'button-secondary')}
    >
      {children}
    </button>
  );
}
