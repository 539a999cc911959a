import type { Changeable } from './deadline-settings';
import {
  Button,
  CheckboxGroup,
  DisclosureForm,
  Field,
  Section,
  StatusBadge,
  TextArea,
  TextInput,
} from '~/components/ui';
import { useText } from '~/i18n/use-text';
import { workOrders } from '~/i18n/work-orders';
import type { FormState } from '~/lib/form-state';

interface Year {
  year: number;
  source: string;
  checked: boolean;
  entered: boolean;
  lines: string;
  revision: string;
}

/** The calendar by year: what counts, where it is from, and whether someone compared it with the notice. */
export function HolidayYears({
  years,
  missing,
  newRevision,
  mayChange,
  state,
}: Changeable & { years: Year[]; missing: number[]; newRevision: string }) {
  const t = useText(workOrders);
  const [firstMissing] = missing;
  return (
    <Section title={t('set.calendar')} id="calendar">
      {years.map((year) => (
        <details key={year.year} className="disclosure">
          <summary>
            {year.year}{' '}
            <StatusBadge tone={year.checked ? 'success' : 'warning'}>
              {t(year.checked ? 'set.checked' : 'set.unchecked')}
            </StatusBadge>{' '}
            <small>{t(year.entered ? 'set.entered' : 'set.shipped')}</small>
          </summary>
          <p>{t('clock-source', { source: year.source })}</p>
          <p className="pre-line">{year.lines}</p>
          {mayChange && <YearForm year={year} state={state} />}
        </details>
      ))}
      {mayChange && (
        <YearForm
          year={{
            year: firstMissing ?? (years.at(-1)?.year ?? 2026) + 1,
            source: '',
            checked: false,
            lines: '',
            revision: newRevision,
          }}
          state={state}
        />
      )}
    </Section>
  );
}

function YearForm({ year, state }: { year: Omit<Year, 'entered'>; state: FormState | undefined }) {
  const t = useText(workOrders);
  return (
    <DisclosureForm
      trigger={`${t('set.edit-year')} (${year.year})`}
      intent="year"
      hidden={{ year: String(year.year) }}
      state={state}
      revision={year.revision}
      initial={{ source: year.source, days: year.lines, checked: year.checked ? 'yes' : '' }}
    >
      <Field name="source" label={t('set.source')} required>
        <TextInput maxLength={200} />
      </Field>
      <Field name="days" label={t('set.days')} hint={t('set.days-hint')} required>
        <TextArea rows={10} maximum={10_000} />
      </Field>
      <CheckboxGroup
        name="checked"
        label={t('set.source')}
        defaultValues={year.checked ? ['yes'] : []}
        choices={[{ value: 'yes', label: t('set.checked') }]}
      />
      <Button>{t('set.save-year')}</Button>
    </DisclosureForm>
  );
}
