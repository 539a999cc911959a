import { Link } from '@remix-run/react';
import { PortalContact } from '~/components/pages/portal-contact';
import { common } from '~/i18n/common';
import { pagesMenu } from '~/i18n/pages-menu';
import { useText } from '~/i18n/use-text';
import { useRootData } from './use-viewer';
import { paths } from '~/paths';

export interface SiteFooterProps {
  /** ICP备案号; the ministry asks for it at the foot, linked to its register. */
  icpNumber: string;
  /** 公安联网备案号 */
  policeRecordNumber: string;
}

const lists = {
  organisations: paths.organisations,
  responsibilities: paths.responsibilities,
  areas: paths.areas,
  'open-record': paths.moderationLog,
  'public-log': paths.log,
  'open-data': paths.dataset(),
};
/** In this order, and by names that are seen to be the words that a browser needs. */
const listed = [
  'organisations',
  'responsibilities',
  'areas',
  'open-record',
  'public-log',
  'open-data',
] as const;

/** What a reader looks for at the foot of any page. */
const aboutThePortal = ['help', 'privacy', 'terms', 'imprint', 'accessibility'] as const;

export function SiteFooter({ icpNumber, policeRecordNumber }: SiteFooterProps) {
  const t = useText(common);
  const senior = useRootData()?.senior ?? false;
  const policeCode = policeRecordNumber.replace(/\D/g, '');
  return (
    <footer className="site-footer">
      <div className="frame">
        <p>{t('footer.promise')}</p>
        {!senior && <FurtherLists />}
        <PortalContact />
        <AboutThePortal />
        {(icpNumber || policeRecordNumber) && (
          <ul aria-label={t('footer.records')}>
            {icpNumber && (
              <li>
                <a href="https://beian.miit.gov.cn/" rel="noreferrer">
                  {icpNumber}
                </a>
              </li>
            )}
            {policeRecordNumber && (
              <li>
                <a href={`https://beian.mps.gov.cn/#/query/webSearch?code=${policeCode}`} rel="noreferrer">
                  {policeRecordNumber}
                </a>
              </li>
            )}
          </ul>
        )}
      </div>
    </footer>
  );
}

function FurtherLists() {
  const t = useText(common);
  return (
    <ul>
      {listed.map((list) => (
        <li key={list}>
          <Link to={lists[list]}>{t(`footer.${list}`)}</Link>
        </li>
      ))}
    </ul>
  );
}

function AboutThePortal() {
  const t = useText(pagesMenu);
  return (
    <ul aria-label={t('about')}>
      {aboutThePortal.map((id) => (
        <li key={id}>
          <Link to={paths.page(id)}>{t(`page.${id}`)}</Link>
        </li>
      ))}
    </ul>
  );
}
