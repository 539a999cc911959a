import {
  AreaField,
  Checkbox,
  CheckboxGroup,
  Field,
  MarkdownEditor,
  Select,
  TextArea,
  TextInput,
} from '~/components/ui';
import { skillCodes } from '~/domains/volunteering/rules/match';
import { volunteerDesk } from '~/i18n/volunteer-desk';
import { volunteering } from '~/i18n/volunteering';
import { useText } from '~/i18n/use-text';
import type { ComponentProps } from 'react';

export interface OpportunityFieldsProps {
  areas: ComponentProps<typeof AreaField>['areas'];
  proposals: readonly { id: string; title: string }[];
  /** Who can be asked about it. */
  contacts: readonly { id: string; name: string }[];
}

/** What an organiser says of an activity. */
export function OpportunityFields({ areas, proposals, contacts }: OpportunityFieldsProps) {
  const t = useText(volunteering);
  return (
    <>
      <Field name="title" label={t('form.title')} required>
        <TextInput maxLength={60} />
      </Field>
      <Field name="body" label={t('form.body')} required>
        <MarkdownEditor rows={6} maximum={10_000} />
      </Field>
      <AreaField name="areaId" label={t('form.area')} required areas={areas} />
      <Field name="place" label={t('form.place')}>
        <TextInput maxLength={100} />
      </Field>
      <Field name="proposalId" label={t('form.proposal')}>
        <Select
          placeholder={t('form.no-proposal')}
          options={proposals.map(({ id, title }) => ({ value: id, label: title }))}
        />
      </Field>
      <Field name="risks" label={t('form.risks')} hint={t('form.risks-hint')} required>
        <TextArea rows={3} maximum={1000} />
      </Field>
      <SafetyFields />
      <SignUpFields contacts={contacts} />
    </>
  );
}

function SafetyFields() {
  const t = useText(volunteering);
  const d = useText(volunteerDesk);
  return (
    <>
      <Checkbox name="dangerous" label={d('form.dangerous')} />
      <Field name="insurance" label={d('form.insurance')}>
        <TextInput maxLength={200} />
      </Field>
      <Field name="minimumAge" label={t('form.minimum-age')} required>
        <TextInput type="number" min={0} max={80} />
      </Field>
      <Field name="requirements" label={t('form.requirements')}>
        <TextArea rows={2} maximum={1000} />
      </Field>
      <CheckboxGroup
        name="skills"
        label={d('form.skills')}
        inline
        choices={skillCodes.map((code) => ({ value: code, label: t(`skill.${code}`) }))}
      />
    </>
  );
}

function SignUpFields({ contacts }: Pick<OpportunityFieldsProps, 'contacts'>) {
  const d = useText(volunteerDesk);
  return (
    <>
      <Field name="contactId" label={d('form.contact-person')} hint={d('form.contact-person-hint')}>
        <Select options={contacts.map(({ id, name }) => ({ value: id, label: name }))} />
      </Field>
      <Field name="contact" label={d('form.contact')} hint={d('form.contact-hint')}>
        <TextInput maxLength={200} />
      </Field>
      <Field name="questions" label={d('form.questions')} hint={d('form.questions-hint')}>
        <TextArea rows={2} maximum={2000} />
      </Field>
      <Field name="signUpHours" label={d('form.sign-up-hours')}>
        <TextInput type="number" min={0} max={168} />
      </Field>
      <Field name="signOffHours" label={d('form.sign-off-hours')}>
        <TextInput type="number" min={0} max={168} />
      </Field>
      <Field name="largestGroup" label={d('form.largest-group')} hint={d('form.largest-group-hint')}>
        <TextInput type="number" min={1} max={50} />
      </Field>
    </>
  );
}

/** What the form begins with. */
export const newOpportunityFields = {
  minimumAge: '16',
  signUpHours: '3',
  signOffHours: '3',
  largestGroup: '1',
};
