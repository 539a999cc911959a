import { LinkButton, Notice } from '../ui';
import { paths } from '~/paths';
import { identity } from '~/i18n/identity';
import { useText } from '~/i18n/use-text';
import type { WhereMailGoes } from '~/lib/where-mail-goes';

/** Says before a form that its mail will not come: the portal has no mail server. */
export function NoMail({ goes }: { goes: WhereMailGoes }) {
  const t = useText(identity);
  return goes === 'nowhere' && <Notice kind="warning">{t('no-mail')}</Notice>;
}

/** Where a mail is that was just asked for. Nobody is told to look for one that was not sent. */
export function MailSent({ words, goes }: { words: string; goes: WhereMailGoes }) {
  const t = useText(identity);
  if (goes === 'nowhere') return <Notice kind="warning">{t('no-mail-sent')}</Notice>;
  return (
    <>
      <Notice kind="success">{words}</Notice>
      {goes === 'mailbox' && (
        <div className="form-actions">
          <LinkButton variant="secondary" to={paths.mailbox}>
            {t('to-mailbox')}
          </LinkButton>
        </div>
      )}
    </>
  );
}
