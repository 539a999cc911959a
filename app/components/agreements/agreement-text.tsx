import { Markdown, Notice, Section, StatusBadge, Time, ToCheck } from '~/components/ui';
import { paths } from '~/paths';
import { hasKey } from '~/i18n/catalogue';
import { agreements } from '~/i18n/agreements';
import { useText } from '~/i18n/use-text';
import { ObligationList } from './obligation-list';
import type { ShownObligation } from './obligation-list';
import type { ReactNode } from 'react';

export interface ShownClause {
  number: number;
  title: string | null;
  source: string;
  html: string;
}

export interface ShownAgreement {
  id: string;
  state: string;
  /** What is shown is what the signatures stand under. */
  fits: boolean;
  clauses: ShownClause[];
  /** With the id by which each is opened. */
  files: { name: string; sha256: string; id: string | null }[];
  version: number;
  contentHash: string | null;
  parties: {
    organisationId: string;
    signedAt: Date | null;
    signatoryName: string | null;
    nameFrom: string | null;
    mandate: string | null;
    declinedReason: string | null;
  }[];
  obligations: ShownObligation[];
}

export interface AgreementTextProps {
  agreement: ShownAgreement;
  organisations: Record<string, { name: string; creditCode: string }>;
  /** What can be done about an obligation, beside it. */
  acts?: (obligation: ShownObligation) => ReactNode;
  /** What was said of a clause, under it. */
  notes?: (clause: ShownClause) => ReactNode;
}

/** The whole text with who promised what and who has signed; the same on the page and on paper. */
export function AgreementText({ agreement, organisations, acts, notes }: AgreementTextProps) {
  const t = useText(agreements);
  return (
    <div className="stack">
      {!agreement.fits && (
        <Notice kind="error" title={t('altered-title')}>
          {t('altered-text')}
        </Notice>
      )}
      <Section title={t('clauses')} actions={t('version', { number: agreement.version })}>
        {agreement.clauses.map((clause) => (
          <section key={clause.number} id={`clause-${clause.number}`} className="clause">
            <h3>
              {clause.title === null
                ? t('clause-number', { number: clause.number })
                : t('clause-heading', { number: clause.number, title: clause.title })}
            </h3>
            <Markdown html={clause.html} />
            {notes?.(clause)}
          </section>
        ))}
      </Section>
      <ObligationList agreement={agreement} organisations={organisations} acts={acts} />
      <SignedFiles files={agreement.files} />
      <Parties agreement={agreement} organisations={organisations} />
      {agreement.contentHash && (
        <ToCheck>
          <p>
            <strong>{t('hash')}</strong> <code className="break-all">{agreement.contentHash}</code>
            <br />
            <small>
              {t('hash-hint')} <a href={paths.agreementSignedText(agreement.id)}>{t('hash-file')}</a>
            </small>
          </p>
        </ToCheck>
      )}
    </div>
  );
}

function SignedFiles({ files }: Pick<ShownAgreement, 'files'>) {
  const t = useText(agreements);
  if (files.length === 0) return null;
  return (
    <Section title={t('files')}>
      <ol>
        {files.map(({ name, sha256, id }) => (
          <li key={`${sha256} ${name}`}>
            {id === null ? name : <a href={paths.file(id)}>{name}</a>}{' '}
            <small className="break-all">SHA-256 {sha256}</small>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Parties({ agreement, organisations }: Pick<AgreementTextProps, 'agreement' | 'organisations'>) {
  const t = useText(agreements);
  return (
    <Section title={t('parties')}>
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
    </Section>
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
  const from = `name-from.${party.nameFrom}`;
  return (
    <p>
      <StatusBadge tone="success">{t('signed')}</StatusBadge>{' '}
      {t('signed-by', { name: party.signatoryName ?? '', mandate })} <Time value={party.signedAt} />
      {hasKey(agreements, from) && (
        <>
          <br />
          <small>{t(from)}</small>
        </>
      )}
    </p>
  );
}
