import { Button, ConfirmForm, Form, Notice, QrCode } from '~/components/ui';
import { entrusting } from '~/i18n/entrusting';
import { usePunctuation } from '~/i18n/use-punctuation';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

interface OwnEntrustingProps {
  current: {
    id: string;
    /** Who agreed; null while nobody has. */
    toName: string | null;
    /** What is handed on, until somebody agrees. */
    link: string | null;
    qr: { size: number; path: string } | null;
  } | null;
  may: boolean;
  state: FormState | undefined;
}

/** Who votes for the reader, or the link by which somebody is asked to. */
export function OwnEntrusting({ current, may, state }: OwnEntrustingProps) {
  const t = useText(entrusting);
  if (!current)
    return (
      <>
        <p>{t('own-none')}</p>
        {may && (
          <Form intent="offer" {...(state ? { state } : {})}>
            <p className="field-hint">{t('offer-hint')}</p>
            <Button>{t('offer')}</Button>
          </Form>
        )}
      </>
    );
  return (
    <>
      {current.link && current.qr ? (
        <LinkToHandOn link={current.link} qr={current.qr} />
      ) : (
        <Agreed name={current.toName ?? ''} />
      )}
      {may && (
        <ConfirmForm
          trigger={t('revoke')}
          title={t('revoke-title')}
          description={t('revoke-description')}
          confirm={t('revoke')}
          intent="revoke"
          hidden={{ entrusting: current.id }}
          {...(state ? { state } : {})}
        />
      )}
    </>
  );
}

function LinkToHandOn({ link, qr }: { link: string; qr: { size: number; path: string } }) {
  const t = useText(entrusting);
  const { colon } = usePunctuation();
  return (
    <>
      <Notice>{t('waits')}</Notice>
      <p>{t('offer-hint')}</p>
      <p>
        {t('link')}
        {colon}
        <a href={link}>{link}</a>
      </p>
      <QrCode {...qr} label={t('qr')} />
    </>
  );
}

function Agreed({ name }: { name: string }) {
  const t = useText(entrusting);
  return (
    <Notice kind="success">
      {t('agreed', { name })} {t('own-still')}
    </Notice>
  );
}
