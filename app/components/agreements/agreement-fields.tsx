import {
  AreaField,
  Field,
  FieldSet,
  MarkdownEditor,
  OrganisationField,
  RadioGroup,
  Select,
  TextInput,
  useShownOrganisations,
} from '~/components/ui';
import { agreements } from '~/i18n/agreements';
import { useText } from '~/i18n/use-text';
import type { AreaChoices } from '~/lib/choices/area-choices';
import type { OrganisationChoices } from '~/lib/choices/organisation-choices';

export interface AgreementFieldsProps {
  areas: AreaChoices;
  organisations: OrganisationChoices;
  proposals: readonly { id: string; title: string }[];
  templates: readonly string[];
  /** How many rows for obligations stand in the form. */
  rows: number;
}

export function AgreementFields(props: AgreementFieldsProps) {
  const { areas, organisations, proposals, templates, rows } = props;
  const t = useText(agreements);
  const word = (key: string) => t(key as 'template.subsidy');
  return (
    <>
      <Field name="title" label={t('form.title')} required>
        <TextInput maxLength={80} />
      </Field>
      <Field name="template" label={t('form.template')}>
        <Select
          placeholder={t('form.no-template')}
          options={templates.map((name) => ({ value: name, label: word(`template.${name}`) }))}
        />
      </Field>
      <AreaField name="areaId" label={t('form.area')} required areas={areas} />
      <Field name="proposalId" label={t('form.proposal')}>
        <Select
          placeholder={t('form.no-proposal')}
          options={proposals.map(({ id, title }) => ({ value: id, label: title }))}
        />
      </Field>
      <OrganisationField
        name="partyIds"
        label={t('form.parties')}
        organisations={organisations}
        required
        several
      />
      <Field name="body" label={t('form.body')} hint={t('form.body-hint')} required>
        <MarkdownEditor rows={14} maximum={30_000} />
      </Field>
      <TermsFields rows={rows} organisations={organisations} />
    </>
  );
}

function TermsFields({ rows, organisations }: Pick<AgreementFieldsProps, 'rows' | 'organisations'>) {
  const t = useText(agreements);
  return (
    <>
      <FieldSet legend={t('obligations')} hint={t('form.rows-hint')}>
        {Array.from({ length: rows }, (_none, at) => (
          <ObligationRow key={at} row={at + 1} organisations={organisations} />
        ))}
      </FieldSet>
      <RadioGroup
        name="signingOrder"
        label={t('form.signing-order')}
        choices={(['parallel', 'sequence'] as const).map((value) => ({ value, label: t(`order.${value}`) }))}
      />
      <Field name="signDays" label={t('form.sign-days')} hint={t('form.sign-days-hint')}>
        <TextInput type="number" min={1} max={180} inputMode="numeric" />
      </Field>
      <Field name="endsOn" label={t('form.ends-on')}>
        <TextInput type="date" />
      </Field>
    </>
  );
}

function ObligationRow({
  row,
  organisations,
}: { row: number } & Pick<AgreementFieldsProps, 'organisations'>) {
  const t = useText(agreements);
  const options = useShownOrganisations('partyIds', organisations);
  return (
    <FieldSet legend={t('form.obligation-row', { number: row })}>
      <div className="obligation-row">
        <Field name={`party.${row}`} label={t('form.row-party')}>
          <Select options={options} />
        </Field>
        <Field name={`what.${row}`} label={t('form.row-what')} className="obligation-what">
          <TextInput maxLength={500} />
        </Field>
        <Field name={`due.${row}`} label={t('form.row-due')}>
          <TextInput type="date" />
        </Field>
        <Field name={`amount.${row}`} label={t('form.row-amount')}>
          <TextInput inputMode="decimal" maxLength={20} />
        </Field>
        <Field name={`payer.${row}`} label={t('form.row-payer')}>
          <Select placeholder={t('form.no-payer')} options={options} />
        </Field>
      </div>
    </FieldSet>
  );
}
