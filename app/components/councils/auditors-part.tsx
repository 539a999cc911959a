import { Button, DisclosureForm, Field, Section, TextInput } from '~/components/ui';
import { councilDesk } from '~/i18n/council-desk';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

export interface AuditorsPartProps {
  auditors: readonly string[];
  mayName: boolean;
  state: FormState | undefined;
}

/** Who checks the council, and where more are asked. */
export function AuditorsPart({ auditors, mayName, state }: AuditorsPartProps) {
  const d = useText(councilDesk);
  return (
    <Section title={d('auditors')} id="auditors">
      <p>{d('auditors-lead')}</p>
      {auditors.length === 0 ? (
        <p>{d('auditors-none')}</p>
      ) : (
        <ul>
          {auditors.map((name, at) => (
            <li key={at}>{name}</li>
          ))}
        </ul>
      )}
      {mayName && (
        <DisclosureForm trigger={d('add-auditor')} intent="auditor" state={state}>
          <Field name="email" label={d('auditor-email')} required>
            <TextInput type="email" maxLength={254} />
          </Field>
          <Button>{d('add-auditor')}</Button>
        </DisclosureForm>
      )}
    </Section>
  );
}
