import { Button, Field, Form, Section, TextArea } from '~/components/ui';
import { ballotWalk } from '~/i18n/ballot-walk';
import { ballots } from '~/i18n/ballots';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

interface Publishing {
  /** Of what the preview shows: nothing else is published. */
  revision: string;
  state: FormState | undefined;
  /** How many people hear of it at once. */
  told: number;
  /** Of a ballot that is scheduled: such a form asks why. */
  changes: boolean;
}

/** The last button of the steps: who is told of it, and of a change why. */
export function PublishForm({ revision, state, told, changes }: Publishing) {
  const t = useText(ballotWalk);
  const b = useText(ballots);
  const done = t(changes ? 'publish-change' : 'publish');
  return (
    <Section title={done}>
      <Form hidden={{ revision, ...(changes && { change: 'on' }) }} {...(state ? { state } : {})}>
        <p>{t(changes ? 'told' : 'told-new', { count: told })}</p>
        {changes && (
          <Field name="reason" label={b('form.change-reason')} hint={b('form.change-reason-hint')} required>
            <TextArea rows={3} maximum={500} />
          </Field>
        )}
        {!changes && <p>{t('publish-lead')}</p>}
        <Button>{done}</Button>
      </Form>
    </Section>
  );
}
