import {
  Button,
  CheckboxGroup,
  ConfirmForm,
  DateTimeInput,
  DisclosureForm,
  Field,
  Select,
  TextArea,
  TextInput,
} from '~/components/ui';
import { frequencies, weekdayCodes } from '~/domains/volunteering/rules/recurrence-choices';
import { volunteerDesk } from '~/i18n/volunteer-desk';
import { volunteering } from '~/i18n/volunteering';
import { useText } from '~/i18n/use-text';
import type { FieldValues, FormState } from '~/lib/form-state';

function ShiftFields() {
  const t = useText(volunteering);
  const d = useText(volunteerDesk);
  return (
    <>
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
      <Field name="place" label={d('shift-place')}>
        <TextInput maxLength={100} />
      </Field>
      <Field name="roles" label={d('shift-roles')} hint={d('shift-roles-hint')}>
        <TextArea rows={2} maximum={500} />
      </Field>
    </>
  );
}

interface WithState {
  state: FormState | undefined;
}

export function AddShift({ state }: WithState) {
  const t = useText(volunteering);
  return (
    <DisclosureForm trigger={t('add-shift')} intent="add-shift" state={state} initial={{ capacity: '10' }}>
      <ShiftFields />
      <Button>{t('add-shift')}</Button>
    </DisclosureForm>
  );
}

/** Several shifts at once, by a rule. */
export function AddSeries({ state }: WithState) {
  const d = useText(volunteerDesk);
  return (
    <DisclosureForm
      trigger={d('add-series')}
      intent="add-series"
      state={state}
      initial={{ capacity: '10', frequency: 'weekly', interval: '1' }}
      description={<p>{d('series-hint')}</p>}
    >
      <ShiftFields />
      <Field name="frequency" label={d('frequency')}>
        <Select options={frequencies.map((value) => ({ value, label: d(`frequency.${value}`) }))} />
      </Field>
      <Field name="interval" label={d('interval')}>
        <TextInput type="number" min={1} max={26} />
      </Field>
      <CheckboxGroup
        name="weekdays"
        label={d('weekdays')}
        inline
        choices={weekdayCodes.map((value) => ({ value, label: d(`weekday.${value}`) }))}
      />
      <Field name="untilDay" label={d('until-day')}>
        <DateTimeInput dateOnly />
      </Field>
      <Field name="rule" label={d('rule')} hint={d('rule-hint')}>
        <TextInput maxLength={300} />
      </Field>
      <Button>{d('add-series')}</Button>
    </DisclosureForm>
  );
}

export interface ChangeShiftProps extends WithState {
  shift: { id: string; fields: FieldValues; revision: string };
}

/** Moves one shift, changes its seats, or calls it off. */
export function ChangeShift({ shift, state }: ChangeShiftProps) {
  const d = useText(volunteerDesk);
  const t = useText(volunteering);
  const hidden = { shiftId: shift.id };
  return (
    <div className="form-actions">
      <DisclosureForm
        trigger={d('change-shift')}
        size="small"
        variant="quiet"
        intent="change-shift"
        hidden={hidden}
        revision={shift.revision}
        initial={shift.fields}
        state={state}
        description={<p>{d('change-hint')}</p>}
      >
        <ShiftFields />
        <Field name="reason" label={d('change-reason')}>
          <TextInput maxLength={500} />
        </Field>
        <Button>{d('change-shift')}</Button>
      </DisclosureForm>
      <ConfirmForm
        intent="cancel-shift"
        hidden={hidden}
        state={state}
        trigger={d('cancel-shift')}
        title={d('cancel-shift-title')}
        description={<p>{d('cancel-shift-hint')}</p>}
        variant="quiet"
        size="small"
        danger
        reason={t('reason')}
      />
    </div>
  );
}
