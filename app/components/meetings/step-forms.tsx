import { Button, DateTimeInput, DisclosureForm, Field, TextArea, TextInput } from '~/components/ui';
import { hasKey } from '~/i18n/catalogue';
import { meetings } from '~/i18n/meetings';
import { usePunctuation } from '~/i18n/use-punctuation';
import { useText } from '~/i18n/use-text';
import type { FieldValues, FormState } from '~/lib/form-state';

interface Step {
  position: number;
  name: string;
  heldAt: Date | null;
  /** As recorded so far, and the revision of that. */
  fields: FieldValues;
  revision: string;
}

interface StepFormsProps {
  steps: readonly Step[];
  state: FormState | undefined;
  /** What is recorded after the session goes another way. */
  intent?: 'step' | 'publication';
}

/** The step that comes next, and those recorded that may have to be corrected. */
export function StepForms({ steps, state, intent = 'step' }: StepFormsProps) {
  const t = useText(meetings);
  const { colon } = usePunctuation();
  const next = steps.findIndex(({ heldAt }) => heldAt === null);
  const shown = next === -1 ? steps : steps.slice(0, next + 1);
  return shown.map((step) => {
    const key = `step.${step.name}`;
    const name = hasKey(meetings, key) ? t(key) : step.name;
    const counts = !step.name.endsWith('-published');
    return (
      <DisclosureForm
        key={step.position}
        trigger={`${t('record-step')}${colon}${name}`}
        intent={intent}
        hidden={{ position: String(step.position) }}
        state={state}
        initial={step.fields}
        revision={step.revision}
      >
        <Field name="heldAt" label={t('step-held')} required>
          <DateTimeInput />
        </Field>
        {counts && <CountFields />}
        <Field name="content" label={t('step-content')}>
          <TextArea rows={3} maximum={2000} />
        </Field>
        <Button>{t('record-step')}</Button>
      </DisclosureForm>
    );
  });
}

function CountFields() {
  const t = useText(meetings);
  return (
    <>
      <Field name="due" label={t('step-due')} required>
        <TextInput type="number" min={0} />
      </Field>
      <Field name="present" label={t('step-present')} required>
        <TextInput type="number" min={0} />
      </Field>
      <Field name="votesFor" label={t('step-votes')}>
        <TextInput type="number" min={0} />
      </Field>
    </>
  );
}
