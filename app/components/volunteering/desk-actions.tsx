import { XlsxLink } from '~/components/across/xlsx-link';
import { LinkButton } from '~/components/ui';
import { certificates } from '~/i18n/certificates';
import { useText } from '~/i18n/use-text';
import { volunteerDesk } from '~/i18n/volunteer-desk';
import { volunteering } from '~/i18n/volunteering';
import { paths } from '~/paths';

/** What an organisation begins or looks up from its desk, behind what waits for it. */
export function DeskActions() {
  const t = useText(volunteering);
  const d = useText(volunteerDesk);
  const c = useText(certificates);
  return (
    <div className="form-actions">
      <LinkButton to={paths.newOpportunity}>{t('new')}</LinkButton>
      <LinkButton variant="secondary" to={paths.volunteerCalendars}>
        {t('calendar')}
      </LinkButton>
      <LinkButton variant="quiet" to={paths.volunteerAwards}>
        {d('awards')}
      </LinkButton>
      <LinkButton variant="quiet" to={paths.issuedCertificates}>
        {c('issued-title')}
      </LinkButton>
      <LinkButton variant="quiet" to={paths.volunteerHoursCsv} reloadDocument>
        {d('hours-file')}
      </LinkButton>
      <XlsxLink className="button button-quiet" csv={paths.volunteerHoursCsv} />
    </div>
  );
}
