import { Button, DescriptionList, DisclosureForm, Field, TextInput } from '~/components/ui';
import { useText } from '~/i18n/use-text';
import { workOrders } from '~/i18n/work-orders';
import type { FormState } from '~/lib/form-state';

interface OfficeHoursProps {
  shown: { hours: string; source: string; revision: string };
  mayChange: boolean;
  state: FormState | undefined;
}

/** In which hours offices work, who says so, and for those who administer the whole portal the form. */
export function OfficeHours({ shown: { revision, ...shown }, mayChange, state }: OfficeHoursProps) {
  const t = useText(workOrders);
  return (
    <>
      <DescriptionList
        items={[
          { label: t('set.hours'), value: t('set.hours-value', { hours: shown.hours }) },
          ...(shown.source === '' ? [] : [{ label: t('set.hours-source'), value: shown.source }]),
        ]}
      />
      {mayChange && (
        <DisclosureForm
          trigger={t('set.hours-change')}
          intent="hours"
          state={state}
          revision={revision}
          initial={shown}
        >
          <Field name="hours" label={t('set.hours')} hint={t('set.hours-hint')} required>
            <TextInput maxLength={100} />
          </Field>
          <Field name="source" label={t('set.hours-source')} hint={t('set.hours-source-hint')} required>
            <TextInput maxLength={200} />
          </Field>
          <Button>{t('set.hours-change')}</Button>
        </DisclosureForm>
      )}
    </>
  );
}
