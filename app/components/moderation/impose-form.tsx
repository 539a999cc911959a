import { Link } from '@remix-run/react';
import { Button, Field, Form, RadioGroup, Section, TextArea, TextInput, Time } from '~/components/ui';
import { mostDays, sanctionLevels, warningDays } from '~/domains/moderation/sanctions/rules';
import { hasKey } from '~/i18n/catalogue';
import { sanctions } from '~/i18n/sanctions';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';
import { paths } from '~/paths';

interface ImposeFormProps {
  before: readonly { id: string; level: string; createdAt: Date }[];
  may: boolean;
  state: FormState | undefined;
}

/** What was decided about the author before, and the form for deciding now. */
export function ImposeForm({ before, may, state }: ImposeFormProps) {
  const t = useText(sanctions);
  return (
    <Section title={t('impose')}>
      <Before rows={before} />
      {may && (
        <Form state={state} intent="impose">
          <p>{t('impose-lead')}</p>
          <p>{t('untouched')}</p>
          <RadioGroup
            name="level"
            label={t('level')}
            choices={sanctionLevels.map((value) => ({
              value,
              label: t(`level.${value}`),
              hint: t(`hint.${value}`, { days: warningDays }),
            }))}
            required
          />
          <Field name="days" label={t('days')} hint={t('days-hint', { days: mostDays })}>
            <TextInput inputMode="numeric" />
          </Field>
          <Field name="reason" label={t('reason')} hint={t('reason-hint')} required>
            <TextArea rows={3} maximum={2000} />
          </Field>
          <Button variant="danger">{t('impose-submit')}</Button>
        </Form>
      )}
    </Section>
  );
}

function Before({ rows }: { rows: ImposeFormProps['before'] }) {
  const t = useText(sanctions);
  if (rows.length === 0) return <p>{t('impose-none')}</p>;
  return (
    <>
      <p>{t('before')}</p>
      <ul>
        {rows.map(({ id, level, createdAt }) => {
          const key = `level.${level}`;
          return (
            <li key={id}>
              <Link to={paths.sanction(id)}>{hasKey(sanctions, key) ? t(key) : level}</Link>{' '}
              <Time value={createdAt} format="date" />
            </li>
          );
        })}
      </ul>
    </>
  );
}
