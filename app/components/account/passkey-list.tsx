import { Button, Card, CardList, ConfirmForm, Field, TextInput, Time } from '~/components/ui';
import { passkeys as words } from '~/i18n/passkeys';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';
import { PasskeyForm } from './passkey-form';

interface Passkey {
  id: string;
  name: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}

interface Stated {
  state: FormState | undefined;
}

/** The own passkeys, to be named and removed. */
export function PasskeyList({ passkeys, state }: Stated & { passkeys: readonly Passkey[] }) {
  const t = useText(words);
  if (passkeys.length === 0) return <p>{t('none')}</p>;
  return (
    <CardList>
      {passkeys.map((passkey) => (
        <Card
          key={passkey.id}
          title={passkey.name}
          meta={
            <>
              <span>
                {t('added')} <Time value={passkey.createdAt} />
              </span>
              <span>
                {passkey.lastUsedAt === null ? (
                  t('never-used')
                ) : (
                  <>
                    {t('used')} <Time value={passkey.lastUsedAt} />
                  </>
                )}
              </span>
            </>
          }
          actions={<PasskeyActs {...passkey} state={state} />}
        />
      ))}
    </CardList>
  );
}

function PasskeyActs({ id, name, state }: Stated & Pick<Passkey, 'id' | 'name'>) {
  const t = useText(words);
  const form = { hidden: { id }, ...(state && { state }) };
  return (
    <>
      <ConfirmForm
        {...form}
        intent="rename"
        trigger={t('rename')}
        title={t('rename')}
        size="small"
        initial={{ name }}
      >
        <Field name="name" label={t('name')} required>
          <TextInput maxLength={60} />
        </Field>
      </ConfirmForm>
      <ConfirmForm
        {...form}
        intent="remove"
        trigger={t('remove')}
        title={t('remove-title', { name })}
        description={<p>{t('remove-hint')}</p>}
        size="small"
        danger
      >
        <OwnPassword />
      </ConfirmForm>
    </>
  );
}

/** Asked again before what a stranger at a screen left signed in must not do. */
export function OwnPassword() {
  const t = useText(words);
  return (
    <Field name="password" label={t('add-password')} required>
      <TextInput type="password" autoComplete="current-password" />
    </Field>
  );
}

/** Lets the device make a passkey. */
export function AddPasskey({ state }: Stated) {
  const t = useText(words);
  return (
    <PasskeyForm kind="new" ask={{ purpose: 'add' }} intent="add" {...(state && { state })}>
      <Field name="name" label={t('name')} hint={t('name-hint')} required>
        <TextInput maxLength={60} />
      </Field>
      <OwnPassword />
      <Button>{t('add-submit')}</Button>
    </PasskeyForm>
  );
}
