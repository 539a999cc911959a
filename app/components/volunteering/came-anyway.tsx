import { Button, DisclosureForm, Field, Form, Section, StatusBadge, TextInput } from '~/components/ui';
import { hasKey } from '~/i18n/catalogue';
import { volunteerDesk } from '~/i18n/volunteer-desk';
import { volunteering } from '~/i18n/volunteering';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

export interface CameAnywayProps {
  guests: readonly { id: string; name: string | null }[];
  left: readonly { id: string; name: string; state: string }[];
  state: FormState | undefined;
}

/** Who came though they are on no list: whoever has no phone or account with them, and whoever had signed off. */
export function CameAnyway({ guests, left, state }: CameAnywayProps) {
  const d = useText(volunteerDesk);
  return (
    <Section title={d('came-anyway')}>
      <DisclosureForm
        trigger={d('add-person')}
        intent="add-person"
        state={state}
        description={<p>{d('add-person-hint')}</p>}
      >
        <Field name="name" label={d('name')} required>
          <TextInput maxLength={40} />
        </Field>
        <Field name="email" label={d('account-mail')} hint={d('account-mail-hint')}>
          <TextInput type="email" maxLength={254} />
        </Field>
        <Button>{d('add-person')}</Button>
      </DisclosureForm>
      <Guests guests={guests} state={state} />
      <Left left={left} state={state} />
    </Section>
  );
}

function Guests({ guests, state }: Pick<CameAnywayProps, 'guests' | 'state'>) {
  const d = useText(volunteerDesk);
  if (guests.length === 0) return null;
  return (
    <ul className="sign-ups" aria-label={d('guests')}>
      {guests.map(({ id, name }) => (
        <li key={id}>
          <strong>{name ?? d('guest-forgotten')}</strong> <StatusBadge tone="info">{d('guest')}</StatusBadge>
          <Form intent="remove-guest" hidden={{ guestId: id }} state={state}>
            <Button size="small" variant="quiet">
              {d('remove-guest')}
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  );
}

function Left({ left, state }: Pick<CameAnywayProps, 'left' | 'state'>) {
  const t = useText(volunteering);
  const d = useText(volunteerDesk);
  if (left.length === 0) return null;
  return (
    <>
      <h3>{d('left-title')}</h3>
      <ul className="sign-ups" aria-label={d('left-title')}>
        {left.map((person) => {
          const key = `place.${person.state}`;
          return (
            <li key={person.id}>
              <strong>{person.name}</strong>{' '}
              <StatusBadge>{hasKey(volunteering, key) ? t(key) : person.state}</StatusBadge>
              <Form intent="tick" hidden={{ signUpId: person.id, what: 'in' }} state={state}>
                <Button size="small" variant="secondary">
                  {d('came-after-all')}
                </Button>
              </Form>
            </li>
          );
        })}
      </ul>
    </>
  );
}
