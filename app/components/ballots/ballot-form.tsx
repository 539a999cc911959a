import { CountingFields, ElectorateFields, OptionFields } from './new-ballot-fields';
import {
  AreaField,
  Button,
  Checkbox,
  DateTimeInput,
  Field,
  FieldSet,
  Form,
  MarkdownEditor,
  TextArea,
  TextInput,
} from '~/components/ui';
import { ballots } from '~/i18n/ballots';
import { useText } from '~/i18n/use-text';
import type { AreaChoices } from '~/lib/area-choices';
import type { OrganisationChoices } from '~/lib/organisation-choices';
import type { FieldValues, FormState } from '~/lib/form-state';

export interface BallotFormProps {
  initial: FieldValues;
  areas: AreaChoices;
  proposals: readonly { id: string; title: string }[];
  organisations: OrganisationChoices;
  state: FormState | undefined;
  /** Of a ballot that is called already: what the form was filled with. Such a form asks why. */
  revision?: string;
}

/** The whole of a ballot: called anew, or changed until it opens. */
export function BallotForm({ initial, areas, proposals, organisations, state, revision }: BallotFormProps) {
  const t = useText(ballots);
  const changes = revision !== undefined;
  return (
    <Form
      {...(state ? { state } : {})}
      {...(changes ? { revision } : {})}
      initial={initial}
      className="ballot-form"
    >
      <FieldSet legend={t('form.part-what')}>
        <Field name="title" label={t('form.title')} required>
          <TextInput maxLength={80} />
        </Field>
        <Field name="question" label={t('form.question')} hint={t('form.question-hint')} required>
          <MarkdownEditor maximum={5000} />
        </Field>
        <AreaField name="areaId" label={t('form.area')} required areas={areas} />
        <OptionFields proposals={proposals} />
      </FieldSet>
      <FieldSet legend={t('form.part-how')}>
        <CountingFields />
      </FieldSet>
      <FieldSet legend={t('form.part-who')}>
        <ElectorateFields organisations={organisations} />
      </FieldSet>
      <WhenFields questioned={state?.errors.closesAt !== undefined || state?.values.shortMeant === 'on'} />
      {changes && (
        <Field name="reason" label={t('form.change-reason')} hint={t('form.change-reason-hint')} required>
          <TextArea rows={3} maximum={500} />
        </Field>
      )}
      <Button>{t(changes ? 'form.change-submit' : 'form.submit')}</Button>
    </Form>
  );
}

/** When people vote. Where the end was refused, whoever calls the ballot may say that so short a vote is meant. */
function WhenFields({ questioned }: { questioned: boolean }) {
  const t = useText(ballots);
  return (
    <FieldSet legend={t('form.part-when')}>
      <Field name="opensAt" label={t('form.opensAt')} required>
        <DateTimeInput />
      </Field>
      <Field name="closesAt" label={t('form.closesAt')} required>
        <DateTimeInput />
      </Field>
      {questioned && <Checkbox name="shortMeant" label={t('form.shortMeant')} />}
    </FieldSet>
  );
}
