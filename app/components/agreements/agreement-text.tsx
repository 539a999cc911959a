import { Markdown, Notice, StatusBadge, Time } from '~/components/ui';
import { paths } from '~/paths';
import { hasKey } from '~/i18n/catalogue';
import { agreements } from '~/i18n/agreements';
import { useText } from '~/i18n/use-text';
import type { ReactNode } from 'react';

export interface ShownAgreement {
  id: string;
  /** What is shown is what the signatures stand under. */
  fits: boolean;
  bodyHtml: string;
  version: number;
  contentHash: string | null;
  parties: {
    organisationId: string;
    signedAt: Date | null;
    signatoryName: string | null;
    mandate: string | null;
    declinedReason: string | null;
  }[];
  obligations: {
    id: string;
    organisationId: string;
    text: string;
    dueAt: Date | null;
    state: string;
    report: string | null;
  }[];
}

export interface AgreementTextProps {
  agreement: ShownAgreement;
  organisations: Record<string, { name: string; creditCode: string }>;
  /** What can be done about an obligation, beside it. */
  acts?: (obligationId: string) => ReactNode;
}

/** The whole text with who promised what and who has signed; the same on the page and on paper. */
export function AgreementText({ agreement, organisations, acts }: AgreementTextProps) {
  const t = useText(agreements);
  return (
    <div className="stack">
      {!agreement.fits && (
        <Notice kind="error" title={t('altered-title')}>
          {t('altered-text')}
        </Notice>
      )}
      <section aria-label={t('clauses')}>
        <h2>
          {t('clauses')} <small>{t('version', { number: agreement.version })}</small>
        </h2>
        <Markdown html={agreement.bodyHtml} />
      </section>
      <section aria-label={t('obligations')}>
        <h2>{t('obligations')}</h2>
        {agreement.obligations.length === 0 && <p>{t('no-obligations')}</p>}
        <ol className="obligations">
          {agreement.obligations.map((obligation) => (
            <li key={obligation.id}>
              <strong>{organisations[obligation.organisationId]?.name}</strong> {obligation.text}{' '}
              {obligation.dueAt && (
                <>
                  {t('due')} <Time value={obligation.dueAt} format="date" />{' '}
                </>
              )}
              <StatusBadge tone={obligation.state === 'done' ? 'success' : 'neutral'}>
                {t(obligation.state === 'done' ? 'obligation.done' : 'obligation.open')}
              </StatusBadge>
              {obligation.report && <p>{obligation.report}</p>}
              {acts?.(obligation.id)}
            </li>
          ))}
        </ol>
      </section>
      <section aria-label={t('parties')}>
        <h2>{t('parties')}</h2>
        <ul className="signatures">
          {agreement.parties.map((party) => (
            <li key={party.organisationId} className="panel">
              <strong>{organisations[party.organisationId]?.name}</strong>
              <div className="card-meta">
                {t('credit-code')} {organisations[party.organisationId]?.creditCode}
              </div>
              <Signature party={party} fits={agreement.fits} />
            </li>
          ))}
        </ul>
      </section>
      {agreement.contentHash && (
        <p>
          <strong>{t('hash')}</strong> <code className="break-all">{agreement.contentHash}</code>
          <br />
          <small>
            {t('hash-hint')} <a href={paths.agreementSignedText(agreement.id)}>{t('hash-file')}</a>
          </small>
        </p>
      )}
    </div>
  );
}

function Signature({ party, fits }: { party: ShownAgreement['parties'][number]; fits: boolean }) {
  const t = useText(agreements);
  if (party.declinedReason) {
    return <StatusBadge tone="danger">{t('declined', { reason: party.declinedReason })}</StatusBadge>;
  }
  if (!fits) return <StatusBadge tone="danger">{t('altered-signature')}</StatusBadge>;
  if (!party.signedAt) return <StatusBadge>{t('unsigned')}</StatusBadge>;
  const key = `mandate.${party.mandate}`;
  const mandate = hasKey(agreements, key) ? t(key) : '';
  return (
    <p>
      <StatusBadge tone="success">{t('signed')}</StatusBadge>{' '}
      {t('signed-by', { name: party.signatoryName ?? '', mandate })} <Time value={party.signedAt} />
    </p>
  );
}
