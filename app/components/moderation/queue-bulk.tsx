import { useRef } from 'react';
import { DecisionButtons } from './queue-row';
import { Field, Form, Section, TextArea, useHydrated } from '~/components/ui';
import { moderation } from '~/i18n/moderation';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

export interface QueueBulkProps {
  id: string;
  kind: string;
  state: FormState | undefined;
}

/** One decision with one reason on all that are selected in the list. */
export function QueueBulk({ id, kind, state }: QueueBulkProps) {
  const t = useText(moderation);
  return (
    <Section title={t('bulk')} id="together">
      <Form id={id} state={state}>
        <p>{t('bulk-hint')}</p>
        <Field name="reason" label={t('reason')} hint={t('reason-hint')} required>
          <TextArea rows={3} maximum={2000} />
        </Field>
        <DecisionButtons kind={kind} />
      </Form>
    </Section>
  );
}

/** Selects every row of the page or none; only where scripts run. */
export function SelectAll({ form }: { form: string }) {
  const t = useText(moderation);
  const box = useRef<HTMLInputElement>(null);
  const hydrated = useHydrated();
  if (!hydrated) return null;
  const select = () => {
    const boxes = document.querySelectorAll<HTMLInputElement>(`input[name="items"][form="${form}"]`);
    for (const each of boxes) each.checked = box.current?.checked ?? false;
  };
  return (
    <label className="choice">
      <input ref={box} type="checkbox" onChange={select} />
      {t('select-all')}
    </label>
  );
}
