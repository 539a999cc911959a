import {
  Button,
  DisclosureForm,
  Field,
  Form,
  LinkButton,
  Select,
  StatusBadge,
  TextInput,
  Time,
} from '~/components/ui';
import { isActive } from '~/domains/volunteering/lifecycle';
import { paths } from '~/paths';
import { hasKey } from '~/i18n/catalogue';
import { volunteering } from '~/i18n/volunteering';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';
import type { ShownShift } from './shown-shift';

const tones: Record<string, 'success' | 'warning'> = {
  confirmed: 'success',
  attended: 'success',
  waiting: 'warning',
  offered: 'warning',
};

export interface OwnPlaceProps {
  shift: Pick<
    ShownShift,
    'id' | 'mine' | 'begun' | 'over' | 'late' | 'offeredUntil' | 'signOffUntil' | 'soon'
  >;
  state: FormState | undefined;
}

/** The reader's place in a shift, and how to take, keep or leave it. */
export function OwnPlace({ shift, state }: OwnPlaceProps) {
  const t = useText(volunteering);
  // Whoever waits when it begins has waited in vain: nobody is asked any more.
  const isMissed = shift.begun && ['waiting', 'offered'].includes(shift.mine ?? '');
  const key = isMissed ? 'mine.missed' : `mine.${shift.mine}`;
  const leaves = !shift.begun && isActive(shift.mine);
  return (
    <>
      <StatusBadge tone={isMissed ? 'neutral' : (tones[shift.mine ?? ''] ?? 'neutral')}>
        {hasKey(volunteering, key) ? t(key) : shift.mine}
      </StatusBadge>
      {shift.mine === 'offered' && !shift.begun && <Offer shift={shift} state={state} />}
      {leaves && <Leave shift={shift} state={state} />}
      {['confirmed', 'attended'].includes(shift.mine ?? '') && (shift.soon || shift.begun) && !shift.over && (
        <LinkButton size="small" variant="secondary" to={paths.checkIn(shift.id)}>
          {t('check-in')}
        </LinkButton>
      )}
    </>
  );
}

function Offer({ shift, state }: OwnPlaceProps) {
  const t = useText(volunteering);
  return (
    <>
      {shift.offeredUntil && (
        <span>
          {t('offer-until')}
          <Time value={shift.offeredUntil} />
        </span>
      )}
      <Form intent="accept" hidden={{ shiftId: shift.id }} state={state}>
        <Button size="small">{t('accept')}</Button>
      </Form>
    </>
  );
}

function Leave({ shift, state }: OwnPlaceProps) {
  const t = useText(volunteering);
  if (shift.late && shift.mine === 'confirmed')
    return (
      <DisclosureForm
        trigger={t('cannot-come')}
        size="small"
        variant="quiet"
        intent="withdraw"
        hidden={{ shiftId: shift.id }}
        state={state}
      >
        <Field name="reason" label={t('late-reason')} required>
          <TextInput maxLength={500} />
        </Field>
        <Button size="small">{t('cannot-come')}</Button>
      </DisclosureForm>
    );
  return (
    <>
      <Form intent="withdraw" hidden={{ shiftId: shift.id }} state={state}>
        <Button variant="quiet" size="small">
          {t(shift.mine === 'offered' ? 'decline' : 'withdraw')}
        </Button>
      </Form>
      {shift.mine === 'confirmed' && (
        <span className="card-meta">
          {t('sign-off-until')}
          <Time value={shift.signOffUntil} />
        </span>
      )}
    </>
  );
}

export interface SignUpFormProps {
  shift: Pick<ShownShift, 'id' | 'roles'>;
  opportunity: { questions: readonly string[]; largestGroup: number };
  state: FormState | undefined;
  /** There are seats left. */
  free: boolean;
}

/** One button where nothing is asked; else a form that opens in its place. */
export function SignUpForm({ shift, opportunity, state, free }: SignUpFormProps) {
  const t = useText(volunteering);
  const words = t(free ? 'sign-up' : 'sign-up-waiting');
  const asks = shift.roles.length > 0 || opportunity.questions.length > 0 || opportunity.largestGroup > 1;
  const common = { intent: 'sign-up', hidden: { shiftId: shift.id }, state };
  if (!asks)
    return (
      <Form {...common}>
        <Button size="small">{words}</Button>
      </Form>
    );
  return (
    <DisclosureForm trigger={words} size="small" variant="primary" {...common} initial={{ seats: '1' }}>
      <AskedFields shift={shift} opportunity={opportunity} />
      <Button size="small">{words}</Button>
    </DisclosureForm>
  );
}

function AskedFields({ shift, opportunity }: Pick<SignUpFormProps, 'shift' | 'opportunity'>) {
  const t = useText(volunteering);
  return (
    <>
      {shift.roles.length > 0 && (
        <Field name="role" label={t('role')} required>
          <Select options={shift.roles.map(({ name }) => ({ value: name, label: name }))} />
        </Field>
      )}
      {opportunity.largestGroup > 1 && (
        <>
          <Field name="seats" label={t('seats')} hint={t('seats-hint', { count: opportunity.largestGroup })}>
            <TextInput type="number" min={1} max={opportunity.largestGroup} />
          </Field>
          <Field name="groupName" label={t('group-name')}>
            <TextInput maxLength={60} />
          </Field>
        </>
      )}
      {opportunity.questions.map((question, at) => (
        <Field key={question} name={`answer${at}`} label={question} required>
          <TextInput maxLength={500} />
        </Field>
      ))}
    </>
  );
}
