import { Button, Checkbox, ConfirmForm, Form, LinkButton, Notice } from '~/components/ui';
import { care } from '~/i18n/care';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';
import { paths } from '~/paths';

interface OwnActsProps {
  id: string;
  may: { agree: boolean; correct: boolean; withdraw: boolean };
  state: FormState | undefined;
}

/** What those concerned do with an entry: agree, put right, take back. */
export function OwnActs({ id, may, state }: OwnActsProps) {
  const t = useText(care);
  return (
    <>
      {may.agree && (
        <Notice title={t('agree-title')}>
          <p>{t('agree-lead')}</p>
          <p>{t('form.consent-why')}</p>
          <Form intent="agree" state={state}>
            <Checkbox name="consent" value="yes" label={t('form.consent')} required />
            <Button>{t('agree-send')}</Button>
          </Form>
        </Notice>
      )}
      <div className="form-actions">
        {may.correct && (
          <LinkButton variant="secondary" to={paths.correctCareNeed(id)}>
            {t('edit')}
          </LinkButton>
        )}
        {may.withdraw && (
          <ConfirmForm
            intent="withdraw"
            state={state}
            trigger={t('withdraw')}
            title={t('withdraw-title')}
            description={<p>{t('withdraw-what')}</p>}
            danger
          />
        )}
      </div>
    </>
  );
}
