import { useRootData } from '~/components/layout/use-viewer';
import { pagesMenu } from '~/i18n/pages-menu';
import { useText } from '~/i18n/use-text';

/** How the portal is reached, where it says so: telephone, hours, mail, counter. */
export function PortalContact() {
  const portal = useRootData()?.portal;
  const t = useText(pagesMenu);
  if (!portal || (portal.phone === '' && portal.mailAddress === '' && portal.address === '')) return null;
  const { phone, mailAddress, address, hours } = portal;
  return (
    <address className="portal-contact">
      {phone !== '' && (
        <span>
          {t('phone')} <a href={`tel:${phone.replace(/[^\d\s()+-].*|[^\d+]/g, '')}`}>{phone}</a>
          {hours !== '' && ` (${hours})`}
        </span>
      )}
      {mailAddress !== '' && (
        <span>
          {t('mailAddress')} <a href={`mailto:${mailAddress}`}>{mailAddress}</a>
        </span>
      )}
      {address !== '' && (
        <span>
          {t('address')} {address}
        </span>
      )}
    </address>
  );
}
