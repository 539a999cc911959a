import { Button, DateTimeInput, Field, Form, RadioGroup, Select, TextArea, TextInput } from '~/components/ui';
import { useSeatName } from './seat-list';
import type { ListedSeat } from './seat-list';
import { meetings } from '~/i18n/meetings';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

interface DecideFormProps {
  agenda: readonly { id: string; title: string | null }[];
  seats: readonly (ListedSeat & { personId: string | null; organisationId: string | null })[];
  organisations: readonly { id: string; name: string }[];
  state: FormState | undefined;
}

/** Who can be made responsible: those at the table first, then the other organisations of the district. */
function useResponsible({ seats, organisations }: Pick<DecideFormProps, 'seats' | 'organisations'>) {
  const nameOf = useSeatName();
  const atTable = seats.flatMap((seat) => {
    if (seat.organisationId) return [{ value: `organisation:${seat.organisationId}`, label: nameOf(seat) }];
    return seat.personId ? [{ value: `person:${seat.personId}`, label: nameOf(seat) }] : [];
  });
  const known = new Set(atTable.map(({ value }) => value));
  const others = organisations.map(({ id, name }) => ({ value: `organisation:${id}`, label: name }));
  return [...atTable, ...others.filter(({ value }) => !known.has(value))];
}

/** Records a motion with its votes, its rule, and who does it by when. */
export function DecideForm({ agenda, state, ...who }: DecideFormProps) {
  const t = useText(meetings);
  const responsible = useResponsible(who);
  return (
    <Form intent="decide" state={state} initial={{ rule: 'majority' }} className="panel">
      <h3>{t('decide')}</h3>
      <Field name="motion" label={t('motion')} required>
        <TextArea rows={3} maximum={1000} />
      </Field>
      <Field name="itemId" label={t('on-item')}>
        <Select
          placeholder={t('no-item')}
          options={agenda.map(({ id, title }) => ({ value: id, label: title ?? t('not-public-item') }))}
        />
      </Field>
      <RadioGroup
        name="rule"
        label={t('motion-rule')}
        required
        choices={[
          { value: 'majority', label: t('rule.majority') },
          { value: 'two-thirds', label: t('rule.two-thirds') },
        ]}
      />
      <VoteFields />
      <Field name="responsible" label={t('responsible')}>
        <Select placeholder={t('responsible-none')} options={responsible} />
      </Field>
      <Field name="responsibleName" label={t('responsible-name')} hint={t('responsible-name-hint')}>
        <TextInput maxLength={100} />
      </Field>
      <Field name="dueOn" label={t('due-on')}>
        <DateTimeInput dateOnly />
      </Field>
      <Button>{t('record-decision')}</Button>
    </Form>
  );
}

function VoteFields() {
  const t = useText(meetings);
  return (
    <>
      <Field name="votesFor" label={t('votes-for')} required>
        <TextInput type="number" min={0} />
      </Field>
      <Field name="votesAgainst" label={t('votes-against')}>
        <TextInput type="number" min={0} />
      </Field>
      <Field name="abstentions" label={t('votes-abstained')}>
        <TextInput type="number" min={0} />
      </Field>
    </>
  );
}
