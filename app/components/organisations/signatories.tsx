import { Button, DisclosureForm, Field, Form, Section, Select, TextInput, Time } from '~/components/ui';
import { signingScopes } from '~/domains/organisations/rules/signing-scopes';
import { agreements } from '~/i18n/agreements';
import { hasKey } from '~/i18n/catalogue';
import { community } from '~/i18n/community';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

export interface SignatoriesProps {
  members: readonly { mandate: string; person: { id: string; displayName: string } }[];
  signatories: readonly {
    id: string;
    name: string;
    scope: string;
    /** In fen. */
    limitFen: string | null;
    expiresAt: Date | null;
  }[];
  state: FormState | undefined;
}

function useScopeWords() {
  const t = useText(community);
  const a = useText(agreements);
  return (scope: string) => {
    const key = `template.${scope}`;
    return hasKey(agreements, key) ? a(key) : t('signatory-all');
  };
}

/** Whom the owner has named to sign, and the form to name another. */
export function Signatories({ members, signatories, state }: SignatoriesProps) {
  const t = useText(community);
  const scopeWords = useScopeWords();
  return (
    <Section title={t('signatories')} id="signatories">
      <p>{t('signatories-lead')}</p>
      <ul>
        {signatories.map(({ id, name, scope, limitFen, expiresAt }) => (
          <li key={id}>
            <strong>{name}</strong> {scopeWords(scope)}
            {limitFen !== null && t('signatory-up-to', { yuan: Number(limitFen) / 100 })}{' '}
            {expiresAt && <Time value={expiresAt} format="date" />}
            <Form intent="revoke-signatory" hidden={{ mandateId: id }} state={state}>
              <Button size="small" variant="quiet">
                {t('signatory-revoke')}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      <NamingForm members={members} state={state} />
    </Section>
  );
}

function NamingForm({ members, state }: Pick<SignatoriesProps, 'members' | 'state'>) {
  const t = useText(community);
  const scopeWords = useScopeWords();
  const able = members.filter(({ mandate }) => mandate !== 'member');
  return (
    <DisclosureForm trigger={t('signatory-add')} size="small" intent="name-signatory" state={state}>
      <Field name="personId" label={t('signatory')} required>
        <Select options={able.map(({ person }) => ({ value: person.id, label: person.displayName }))} />
      </Field>
      <Field name="name" label={t('signatory-name')} required>
        <TextInput maxLength={40} />
      </Field>
      <Field name="scope" label={t('signatory-scope')} required>
        <Select
          placeholder={null}
          options={signingScopes.map((scope) => ({ value: scope, label: scopeWords(scope) }))}
        />
      </Field>
      <Field name="limit" label={t('signatory-limit')}>
        <TextInput inputMode="decimal" maxLength={15} />
      </Field>
      <Field name="expiresOn" label={t('signatory-until')}>
        <TextInput type="date" />
      </Field>
      <Button size="small">{t('signatory-add')}</Button>
    </DisclosureForm>
  );
}
