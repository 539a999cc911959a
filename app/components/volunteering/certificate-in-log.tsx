import { Link } from '@remix-run/react';
import type { CertificateInLog } from '~/domains/volunteering/certificates/certificate-in-log.query.server';
import { certificates } from '~/i18n/certificates';
import { useText } from '~/i18n/use-text';
import { paths } from '~/paths';

interface InLogProps {
  inLog: Pick<CertificateInLog, 'eventId' | 'fingerprint'>;
  /** Where the proof is had as a file. */
  proof: string;
  /** Where the person has the text behind the fingerprint. */
  file?: string;
}

/** For those who want to check that a certificate was not changed after it was issued. */
export function InLog({ inLog, proof, file }: InLogProps) {
  const t = useText(certificates);
  return (
    <details className="disclosure no-print">
      <summary className="button button-quiet button-small">{t('in-log')}</summary>
      <div className="disclosure-body">
        <p>{t('in-log-lead')}</p>
        <p>
          <code className="hash">{inLog.fingerprint}</code>
        </p>
        <ul>
          <li>
            <Link to={paths.checkEvent(inLog.eventId)}>{t('in-log-place')}</Link>
          </li>
          <li>
            <a href={proof} download>
              {t('in-log-proof')}
            </a>
          </li>
          {file && (
            <li>
              <a href={file} download>
                {t('in-log-file')}
              </a>
            </li>
          )}
        </ul>
      </div>
    </details>
  );
}
