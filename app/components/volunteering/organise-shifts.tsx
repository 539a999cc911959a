import {
  Button,
  ConfirmForm,
  DisclosureForm,
  Field,
  LinkButton,
  RadioGroup,
  Section,
  StatusBadge,
  TextInput,
  TimeSpan,
} from '~/components/ui';
import { isExpected } from '~/domains/volunteering/lifecycle';
import { hoursOf } from '~/domains/volunteering/rules/hours';
import { hasKey } from '~/i18n/catalogue';
import { volunteering } from '~/i18n/volunteering';
import { useText } from '~/i18n/use-text';
import type { FieldValues, FormState } from '~/lib/form-state';
import { volunteerDesk } from '~/i18n/volunteer-desk';
import { paths } from '~/paths';
import { AddSeries, AddShift, ChangeShift } from './shift-fields';

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
  /** For those who may change it. */
  edit: { fields: FieldValues; revision: string } | null;
  signUps: SignedUp[];
}

export interface OrganiseShiftsProps {
  shifts: readonly OrganisedShift[];
  published: boolean;
  /** Who only confirms hours has no roster. */
  organises: boolean;
  state: FormState | undefined;
}

/** What the organiser does: add shifts, see who comes, confirm hours, call it off. */
export function OrganiseShifts({ shifts, published, organises, state }: OrganiseShiftsProps) {
  const t = useText(volunteering);
  return (
    <Section title={t('organise-title')}>
      <div className="panel stack">
        {published && (
          <div className="form-actions">
            <AddShift state={state} />
            <AddSeries state={state} />
            <CancelOpportunity state={state} />
          </div>
        )}
        {!published && organises && shifts.length === 0 && <p>{t('shifts-once-published')}</p>}
        {shifts.map((shift) => (
          <OrganisedShiftPart key={shift.id} {...{ shift, published, organises, state }} />
        ))}
      </div>
    </Section>
  );
}

interface PartProps extends Omit<OrganiseShiftsProps, 'shifts'> {
  shift: OrganisedShift;
}

function OrganisedShiftPart({ shift, published, organises, state }: PartProps) {
  const t = useText(volunteering);
  const d = useText(volunteerDesk);
  return (
    <section aria-label={t('signed-up')}>
      <h3>
        {t('signed-up')} · <TimeSpan startsAt={shift.startsAt} endsAt={shift.endsAt} />
      </h3>
      {organises && (
        <LinkButton size="small" variant="secondary" to={paths.shiftRoster(shift.id)}>
          {d('roster')}
        </LinkButton>
      )}
      {published && !shift.begun && !shift.cancelledAt && shift.edit && (
        <ChangeShift shift={{ id: shift.id, ...shift.edit }} state={state} />
      )}
      {shift.signUps.length === 0 && <p>{t('nobody-yet')}</p>}
      <ul className="sign-ups">
        {shift.signUps.map((row) => (
          <SignedUpRow key={row.id} row={row} shift={shift} state={state} />
        ))}
      </ul>
    </section>
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

interface RowProps {
  row: SignedUp;
  shift: OrganisedShift;
  state: FormState | undefined;
}

function SignedUpRow({ row, shift, state }: RowProps) {
  const t = useText(volunteering);
  const key = `place.${row.state}`;
  const planned = (shift.endsAt.getTime() - shift.startsAt.getTime()) / 60_000;
  const confirmable = row.mayConfirm && shift.begun && !shift.cancelledAt && isExpected(row.state);
  return (
    <li>
      <strong>{row.name}</strong> <StatusBadge>{hasKey(volunteering, key) ? t(key) : row.state}</StatusBadge>
      {!row.mayConfirm && shift.begun && row.minutes === null && <span>{t('second-person')}</span>}
      {row.minutes !== null && <span>{t('minutes', { hours: hoursOf(row.minutes) })}</span>}
      {confirmable && <ConfirmHours row={row} proposed={planned} state={state} />}
    </li>
  );
}

export interface ConfirmHoursProps {
  row: { id: string; minutes: number | null };
  /** Minutes that are proposed where none are confirmed yet. */
  proposed: number;
  state: FormState | undefined;
}

/** Whether somebody came, and for how long. */
export function ConfirmHours({ row, proposed, state }: ConfirmHoursProps) {
  const t = useText(volunteering);
  return (
    <DisclosureForm
      trigger={t('attendance')}
      size="small"
      variant="quiet"
      intent="attendance"
      hidden={{ signUpId: row.id }}
      initial={{ attended: 'yes', hours: String(hoursOf(row.minutes ?? proposed)) }}
      state={state}
    >
      <RadioGroup
        name="attended"
        label={t('attendance')}
        inline
        choices={[
          { value: 'yes', label: t('attended') },
          { value: 'no', label: t('absent') },
          { value: 'excused', label: t('place.excused') },
        ]}
      />
      <Field name="hours" label={t('hours')} required>
        <TextInput inputMode="decimal" />
      </Field>
      <Field name="reason" label={t('change-reason')}>
        <TextInput maxLength={500} />
      </Field>
      <Button size="small">{t('confirm')}</Button>
    </DisclosureForm>
  );
}
