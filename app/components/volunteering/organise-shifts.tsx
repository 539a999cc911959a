import {
  Button,
  ConfirmForm,
  DateTimeInput,
  DisclosureForm,
  Field,
  RadioGroup,
  Section,
  StatusBadge,
  TextInput,
  Time,
} from '~/components/ui';
import { hasKey } from '~/i18n/catalogue';
import { volunteering } from '~/i18n/volunteering';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

interface SignedUp {
  id: string;
  name: string;
  state: string;
  minutes: number | null;
  /** Somebody else's hours: the own ones are for a second person. */
  mayConfirm: boolean;
}

interface OrganisedShift {
  id: string;
  startsAt: Date;
  endsAt: Date;
  begun: boolean;
  cancelledAt: Date | null;
  signUps: SignedUp[];
}

export interface OrganiseShiftsProps {
  shifts: readonly OrganisedShift[];
  published: boolean;
  state: FormState | undefined;
}

/** What the organiser does: add shifts, see who comes, confirm hours, call it off. */
export function OrganiseShifts({ shifts, published, state }: OrganiseShiftsProps) {
  const t = useText(volunteering);
  return (
    <Section title={t('organise-title')}>
      <div className="panel stack">
        {published && (
          <div className="form-actions">
            <AddShift state={state} />
            <CancelOpportunity state={state} />
          </div>
        )}
        {shifts.map((shift) => (
          <section key={shift.id} aria-label={t('signed-up')}>
            <h3>
              {t('signed-up')} · <Time value={shift.startsAt} />
            </h3>
            {shift.signUps.length === 0 && <p>{t('nobody-yet')}</p>}
            <ul className="sign-ups">
              {shift.signUps.map((row) => (
                <SignedUpRow key={row.id} row={row} shift={shift} state={state} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Section>
  );
}

/** Calls the whole activity off, with the reason that everyone with a place gets. */
export function CancelOpportunity({ state }: { state: FormState | undefined }) {
  const t = useText(volunteering);
  return (
    <ConfirmForm
      intent="cancel"
      state={state}
      trigger={t('cancel')}
      title={t('cancel-title')}
      description={<p>{t('cancel-hint')}</p>}
      variant="quiet"
      danger
      reason={t('reason')}
    />
  );
}

function AddShift({ state }: { state: FormState | undefined }) {
  const t = useText(volunteering);
  return (
    <DisclosureForm trigger={t('add-shift')} intent="add-shift" state={state} initial={{ capacity: '10' }}>
      <Field name="startsAt" label={t('shift.startsAt')} required>
        <DateTimeInput />
      </Field>
      <Field name="endsAt" label={t('shift.endsAt')} required>
        <DateTimeInput />
      </Field>
      <Field name="capacity" label={t('shift.capacity')} required>
        <TextInput type="number" min={1} max={500} />
      </Field>
      <Field name="task" label={t('shift.task')}>
        <TextInput maxLength={100} />
      </Field>
      <Button>{t('add-shift')}</Button>
    </DisclosureForm>
  );
}

interface RowProps {
  row: SignedUp;
  shift: OrganisedShift;
  state: FormState | undefined;
}

function SignedUpRow({ row, shift, state }: RowProps) {
  const t = useText(volunteering);
  const key = `place.${row.state}`;
  const hours = (shift.endsAt.getTime() - shift.startsAt.getTime()) / 3600_000;
  const confirmable =
    row.mayConfirm &&
    shift.begun &&
    !shift.cancelledAt &&
    ['confirmed', 'attended', 'absent'].includes(row.state);
  return (
    <li>
      <strong>{row.name}</strong> <StatusBadge>{hasKey(volunteering, key) ? t(key) : row.state}</StatusBadge>
      {!row.mayConfirm && shift.begun && row.minutes === null && <span>{t('second-person')}</span>}
      {row.minutes !== null && <span>{t('minutes', { hours: row.minutes / 60 })}</span>}
      {confirmable && (
        <DisclosureForm
          trigger={t('attendance')}
          size="small"
          variant="quiet"
          intent="attendance"
          hidden={{ signUpId: row.id }}
          initial={{ attended: 'yes', hours: String(row.minutes === null ? hours : row.minutes / 60) }}
          state={state}
        >
          <RadioGroup
            name="attended"
            label={t('attendance')}
            inline
            choices={[
              { value: 'yes', label: t('attended') },
              { value: 'no', label: t('absent') },
            ]}
          />
          <Field name="hours" label={t('hours')} required>
            <TextInput inputMode="decimal" />
          </Field>
          {row.minutes !== null && (
            <Field name="reason" label={t('change-reason')}>
              <TextInput maxLength={500} />
            </Field>
          )}
          <Button size="small">{t('confirm')}</Button>
        </DisclosureForm>
      )}
    </li>
  );
}
