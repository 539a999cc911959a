import { Button, DisclosureForm, Field, FieldSet, Select, TextArea, TextInput } from '~/components/ui';
import { denominators } from '~/domains/statistics/rules/formula';
import type { Formula } from '~/domains/statistics/schema';
import { statistics } from '~/i18n/statistics';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

const three = ['response', 'resolution', 'satisfaction'] as const;
const capital = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

function initialOf({ weights, denominators: over, ...rest }: Formula): Record<string, string> {
  return {
    ...Object.fromEntries(three.map((name) => [`weight${capital(name)}`, String(weights[name])])),
    ...Object.fromEntries(three.map((name) => [`${name}Denominator`, over[name]])),
    ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value)])),
  };
}

/** Decides on another formula, beginning from the present one. */
export function FormulaForm({ formula, state }: { formula: Formula; state: FormState | undefined }) {
  const t = useText(statistics);
  return (
    <DisclosureForm
      trigger={t('formula-change')}
      description={<p>{t('formula-change-hint')}</p>}
      state={state}
      initial={initialOf(formula)}
    >
      <FieldSet legend={t('weights')}>
        {three.map((name) => (
          <Field key={name} name={`weight${capital(name)}`} label={t(`weight.${name}`)} required>
            <TextInput type="number" min={0} max={100} />
          </Field>
        ))}
      </FieldSet>
      {three.map((name) => (
        <Field
          key={name}
          name={`${name}Denominator`}
          label={t('denominator-of', { rate: t(`rate.${name}`) })}
          required
        >
          <Select
            placeholder={null}
            options={denominators.map((value) => ({ value, label: t(`of.${value}`) }))}
          />
        </Field>
      ))}
      <Field name="satisfiedFrom" label={t('satisfied-from')} required>
        <TextInput type="number" min={1} max={5} />
      </Field>
      <Field name="basicFrom" label={t('basic-from')} hint={t('basic-from-hint')} required>
        <TextInput type="number" min={1} max={5} />
      </Field>
      <Field name="basicFactor" label={t('basic-factor')} required>
        <TextInput type="number" min={0} max={100} />
      </Field>
      <Field name="smallDenominator" label={t('small-denominator')} required>
        <TextInput type="number" min={0} max={1000} />
      </Field>
      <Field name="source" label={t('form-source')} hint={t('form-source-hint')} required>
        <TextInput maxLength={500} />
      </Field>
      <Field name="reason" label={t('form-reason')} required>
        <TextArea rows={3} maximum={500} />
      </Field>
      <Button>{t('form-submit')}</Button>
    </DisclosureForm>
  );
}
