import { LinkButton } from '../ui';
import { paths } from '~/paths';
import { identity } from '~/i18n/identity';
import { useText } from '~/i18n/use-text';

/** In the demo mails go nowhere: the way to the page that shows them. */
export function ToMailbox() {
  const t = useText(identity);
  return (
    <div className="form-actions">
      <LinkButton variant="secondary" to={paths.mailbox}>
        {t('to-mailbox')}
      </LinkButton>
    </div>
  );
}
