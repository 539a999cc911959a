import { useRef } from 'react';
import { BreachField } from './breach-field';
import { DecisionButtons, isDecidable } from './queue-row';
import { classNames } from '~/components/ui/class-names';
import { Button, Field, Form, Notice, Section, Select, TextArea, useHydrated } from '~/components/ui';
import { moderation } from '~/i18n/moderation';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

export interface QueueBulkProps {
  id: string;
  kind: string | null;
  departments: readonly { id: string; name: string }[] | null;
  state: FormState | undefined;
}

/** What is done with all that are selected in the list: taken, decided with one reason, made orders. */
export function QueueBulk({ id, kind, departments, state }: QueueBulkProps) {
  const t = useText(moderation);
  const decides = kind !== null && isDecidable(kind);
  return (
    <Section title={t('bulk-selected')} id="together">
      <Form id={id} state={state}>
        <div className="form-actions">
          <Button name="intent" value="claim" size="small" variant="secondary" formNoValidate>
            {t('claim')}
          </Button>
          <Button name="intent" value="release" size="small" variant="quiet" formNoValidate>
            {t('claim-release')}
          </Button>
        </div>
        {departments && <Dispatch departments={departments} />}
        {decides && <Decide kind={kind} />}
      </Form>
    </Section>
  );
}

function Dispatch({ departments }: { departments: readonly { id: string; name: string }[] }) {
  const t = useText(moderation);
  return (
    <>
      <Field name="departmentId" label={t('bulk-department')}>
        <Select
          options={[
            { value: '', label: t('bulk-by-list') },
            ...departments.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </Field>
      <div className="form-actions">
        <Button name="intent" value="dispatch" size="small" variant="secondary" formNoValidate>
          {t('bulk-dispatch')}
        </Button>
      </div>
    </>
  );
}

function Decide({ kind }: { kind: string }) {
  const t = useText(moderation);
  return (
    <>
      <h3>{t('bulk')}</h3>
      <p>{t('bulk-hint')}</p>
      {kind === 'report' && <BreachField />}
      <Field name="reason" label={t('reason')} hint={t('reason-hint')} required>
        <TextArea rows={3} maximum={2000} />
      </Field>
      <DecisionButtons kind={kind} />
    </>
  );
}

interface Refused {
  done: number;
  refused: readonly { id: string; title: string; why: string }[];
}

/** What of many was not done: each by its title, with why. */
export function BulkRefused({ outcome: { done, refused } }: { outcome: Refused }) {
  const t = useText(moderation);
  return (
    <Notice kind="warning" title={t('outcome-title', { count: done, refused: refused.length })}>
      <ul>
        {refused.map(({ id, title, why }) => (
          <li key={id}>
            <strong>{title || t('outcome-unnamed')}</strong> {why}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Selects every row of the page or none; only where scripts run. Its place is kept till then: no row moves under a finger. */
export function SelectAll({ form }: { form: string }) {
  const t = useText(moderation);
  const box = useRef<HTMLInputElement>(null);
  const hydrated = useHydrated();
  const select = () => {
    const boxes = document.querySelectorAll<HTMLInputElement>(`input[name="items"][form="${form}"]`);
    for (const each of boxes) each.checked = box.current?.checked ?? false;
  };
  return (
    <label className={classNames('choice', !hydrated && 'invisible')}>
      <input ref={box} type="checkbox" onChange={select} disabled={!hydrated} />
      {t('select-all')}
    </label>
  );
}
