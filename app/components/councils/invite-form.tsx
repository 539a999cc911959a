import { Button, DisclosureForm, Field, Form, Section, TextArea, TextInput } from '~/components/ui';
import { councilDesk } from '~/i18n/council-desk';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

interface DeskFormProps {
  version: number;
  state: FormState | undefined;
}

/** Where residents are invited by lot. */
export function InviteForm({ version, state, first }: DeskFormProps & { first: boolean }) {
  const d = useText(councilDesk);
  return (
    <Section title={d(first ? 'invite' : 'invite-more')} id="invite">
      <p>{d('invite-lead')}</p>
      <Form intent="invite" hidden={{ version: String(version) }} state={state} className="panel">
        <Field name="count" label={d('invite-count')} required>
          <TextInput type="number" min={1} max={5000} />
        </Field>
        <Field name="seed" label={d('invite-seed')} hint={d('invite-seed-hint')} required>
          <TextInput maxLength={200} />
        </Field>
        <Button>{d('do-invite')}</Button>
      </Form>
    </Section>
  );
}

/** Least and most of each quota. */
export function BoundsForm({ version, state, quotaLines }: DeskFormProps & { quotaLines: string }) {
  const d = useText(councilDesk);
  return (
    <DisclosureForm
      trigger={d('bounds')}
      intent="bounds"
      hidden={{ version: String(version) }}
      state={state}
      initial={{ quotas: quotaLines }}
    >
      <Field name="quotas" label={d('bounds')} hint={d('bounds-hint')} required>
        <TextArea rows={8} maximum={20_000} />
      </Field>
      <div className="form-actions">
        <Button variant="secondary" name="try" value="yes">
          {d('try-bounds')}
        </Button>
        <Button>{d('save-bounds')}</Button>
      </div>
    </DisclosureForm>
  );
}
