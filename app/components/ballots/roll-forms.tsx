import {
  Button,
  Field,
  FileUpload,
  Form,
  Notice,
  Section,
  Table,
  TextArea,
  TextInput,
} from '~/components/ui';
import { roll } from '~/i18n/roll';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

export interface RollFaultShown {
  line: number;
  words: string;
}

interface Shown {
  state?: FormState;
}

/** A table of people, as a file or pasted, and what is wrong with its lines. */
export function ImportRoll({
  state,
  faults,
  most,
}: Shown & { faults: readonly RollFaultShown[]; most: number }) {
  const t = useText(roll);
  return (
    <Section title={t('import-title')}>
      <p className="field-hint">{t('import-hint', { most })}</p>
      {faults.length > 0 && <Faults faults={faults} />}
      <Form files intent="import" {...(state ? { state } : {})}>
        <Field name="file" label={t('import-file')}>
          <FileUpload accept=".csv,text/csv,.xlsx" maximum={1} megabytes={4} />
        </Field>
        <Field name="text" label={t('import-text')}>
          <TextArea rows={6} />
        </Field>
        <Button>{t('import-submit')}</Button>
      </Form>
    </Section>
  );
}

function Faults({ faults }: { faults: readonly RollFaultShown[] }) {
  const t = useText(roll);
  return (
    <>
      <Notice kind="error">{t('import-bad', { count: new Set(faults.map(({ line }) => line)).size })}</Notice>
      <Table
        caption={t('fault')}
        captionHidden
        rows={faults}
        rowKey={(row) => `${row.line}:${row.words}`}
        columns={[
          { key: 'line', header: t('line'), cell: (row) => row.line, numeric: true },
          { key: 'fault', header: t('fault'), cell: (row) => row.words },
        ]}
      />
    </>
  );
}

/** One person: added while the roll is open, asked for once it is frozen. */
export function AddToRoll({ state, isFrozen }: Shown & { isFrozen: boolean }) {
  const t = useText(roll);
  return (
    <Section title={t(isFrozen ? 'correction-title' : 'add-title')}>
      <p className="field-hint">{t(isFrozen ? 'correction-hint' : 'add-hint')}</p>
      <Form intent={isFrozen ? 'correct' : 'add'} {...(state ? { state } : {})}>
        <Field name="name" label={t('name')} required>
          <TextInput maxLength={60} />
        </Field>
        <Field name="unit" label={t('unit')}>
          <TextInput maxLength={120} />
        </Field>
        <Field name="birthYear" label={t('birth-year')}>
          <TextInput type="number" min={1900} max={2200} />
        </Field>
        <Field name="household" label={t('household')} hint={t('household-hint')}>
          <TextInput maxLength={120} />
        </Field>
        <Field name="reason" label={t('reason')} required>
          <TextArea rows={2} maximum={500} />
        </Field>
        <Button>{t(isFrozen ? 'correction-submit' : 'add-submit')}</Button>
      </Form>
    </Section>
  );
}
