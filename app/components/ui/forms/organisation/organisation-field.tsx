import { CheckboxGroup, RadioGroup } from '../choice-group';
import { Field } from '../field';
import { fieldId, useChosenValues, useForm, useHeldValues } from '../form-context';
import { Select } from '../select';
import { useFocusWhere } from '../../use-focus-where';
import { organisationChoice } from '~/i18n/organisation-choice';
import { useText } from '~/i18n/use-text';
import { knownOrganisations, organisationParts } from '~/lib/choices/organisation-choices';
import type {
  OrganisationChoices,
  OrganisationOffered,
  OrganisationsLooked,
} from '~/lib/choices/organisation-choices';

export interface OrganisationFieldProps {
  name: string;
  label: string;
  required?: boolean;
  /** As `organisationChoices` gives them. */
  organisations: OrganisationChoices;
  /** Any number of them may be chosen. */
  several?: boolean;
}

const noValues: readonly string[] = [];

/** Organisations: from a list where there are few of them, else those near the reader and those that words find. */
export function OrganisationField({ organisations, ...field }: OrganisationFieldProps) {
  const looked = useLooked(field.name);
  const held = useHeldValues(field.name);
  const chosen = useChosenValues(field.name) ?? noValues;
  if (organisations.few) return <FromList {...field} choices={organisations.few.map(choiceOf)} />;
  const known = knownOrganisations(organisations, looked);
  const shown = new Set([...held, ...chosen, ...(looked?.found?.ids ?? organisations.near)]);
  const rows = [...shown].flatMap((id) => known.find((one) => one.id === id) ?? []);
  return (
    <>
      {/* The Enter key in any field presses the first button of a form: this one is none of those that do more. */}
      <button className="sr-only" tabIndex={-1} aria-hidden="true" />
      <FromRows {...field} choices={rows.map(choiceOf)} />
      <OrganisationSearch name={field.name} {...{ organisations, looked, known }} />
    </>
  );
}

/** What a form of several rows chooses among: every organisation that its field has shown. */
export function useShownOrganisations(name: string, organisations: OrganisationChoices) {
  return knownOrganisations(organisations, useLooked(name)).map(({ id, name }) => ({
    value: id,
    label: name,
  }));
}

function useLooked(name: string): OrganisationsLooked | undefined {
  return useForm().state?.organisations?.[name];
}

const choiceOf = ({ id, name, area }: OrganisationOffered) => ({ value: id, name, area });

type ListProps = Omit<OrganisationFieldProps, 'organisations'> & {
  choices: { value: string; name: string; area: string }[];
};

function FromList({ several, choices, ...field }: ListProps) {
  if (several) return <FromRows {...{ several, choices }} {...field} />;
  return (
    <Field {...field}>
      <Select options={choices.map(({ value, name }) => ({ value, label: name }))} />
    </Field>
  );
}

function FromRows({ several, choices, ...field }: ListProps) {
  const t = useText(organisationChoice);
  const lines = choices.map(({ value, name, area }) => ({
    value,
    label: (
      <>
        {name}
        {area !== '' && <small> {area}</small>}
      </>
    ),
  }));
  if (several) return <CheckboxGroup {...field} choices={lines} />;
  return (
    <RadioGroup {...field} choices={field.required ? lines : [{ value: '', label: t('none') }, ...lines]} />
  );
}

/** What the field keeps to, so that what is found keeps to it, too. */
function Bounds({ name, scope, kind, except }: { name: string } & OrganisationChoices['bounds']) {
  const held = { scope: scope.join(), kind, except: except.join() };
  return (['scope', 'kind', 'except'] as const).map(
    (part) =>
      held[part] !== '' && (
        <input key={part} type="hidden" name={name + organisationParts[part]} value={held[part]} />
      ),
  );
}

interface OrganisationSearchProps {
  name: string;
  organisations: OrganisationChoices;
  looked: OrganisationsLooked | undefined;
  known: readonly OrganisationOffered[];
}

/** The field and button to look further, and what was found in words. */
function OrganisationSearch({ name, organisations, looked, known }: OrganisationSearchProps) {
  const t = useText(organisationChoice);
  const { formId } = useForm();
  const id = `${fieldId(formId, name)}-find`;
  const found = looked?.found ?? null;
  const field = useFocusWhere<HTMLInputElement>(found?.query ?? null);
  return (
    <div className="field">
      <p className="field-hint" role="status">
        {found &&
          t(found.ids.length === 0 ? 'found-none' : 'found', { query: found.query, count: found.ids.length })}
        {found?.more && ` ${t('more')}`}
      </p>
      <div className="area-find">
        <label htmlFor={id}>{t('find')}</label>
        <input
          key={found?.query ?? ''}
          type="search"
          id={id}
          name={name + organisationParts.words}
          defaultValue={found?.query ?? ''}
          maxLength={60}
          className="control"
          // The form came back from looking one up: that is where the reader was.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={found !== null}
          ref={field}
        />
        <button name={name + organisationParts.look} className="button button-secondary">
          {t('search')}
        </button>
      </div>
      <input type="hidden" name={name + organisationParts.looked} value={found?.query ?? ''} />
      <input type="hidden" name={name + organisationParts.known} value={known.map((one) => one.id).join()} />
      <Bounds name={name} {...organisations.bounds} />
    </div>
  );
}
