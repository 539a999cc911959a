import { Button, Form, Notice, Section, StatusBadge } from '~/components/ui';
import { hasKey } from '~/i18n/catalogue';
import { agreements } from '~/i18n/agreements';
import { paths } from '~/paths';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

export interface AgreementDocumentsProps {
  agreement: { id: string; state: string; hasDocuments: boolean };
  documents: readonly {
    kind: string;
    version: number;
    pages: number;
    isThere: boolean;
    sealedAt: Date | null;
    isStamped: boolean;
    fault: string | null;
  }[];
  /** The reader may have what failed made again. */
  isParty: boolean;
  state: FormState | undefined;
}

/** The agreement as a file, for its parties the record of its signing too, and where files are checked. */
export function AgreementDocuments({ agreement, documents, isParty, state }: AgreementDocumentsProps) {
  const t = useText(agreements);
  const fault = documents.find((one) => one.fault)?.fault;
  const there = documents.filter((one) => one.isThere);
  /** Not made yet, or given up: a party has it made again. */
  const isLate = agreement.state === 'in-force' && !there.some(({ sealedAt }) => sealedAt);
  return (
    <Section title={t('documents')} id="documents">
      {fault && <Notice kind="warning">{fault}</Notice>}
      {!agreement.hasDocuments && <p>{t('documents-none')}</p>}
      {agreement.hasDocuments && there.length === 0 && !fault && <p>{t('document-making')}</p>}
      {agreement.hasDocuments && isParty && (fault || isLate || there.length === 0) && (
        <Form intent="document" state={state}>
          <Button size="small" variant="secondary">
            {t('document-again')}
          </Button>
        </Form>
      )}
      <Files documents={there} agreementId={agreement.id} />
      <p>
        <a href={paths.checkAgreement}>{t('check')}</a>
      </p>
      <details>
        <summary>{t('kind-title')}</summary>
        <p>{t('kind-text')}</p>
      </details>
    </Section>
  );
}

function Files({
  agreementId,
  documents,
}: Pick<AgreementDocumentsProps, 'documents'> & { agreementId: string }) {
  const t = useText(agreements);
  return (
    <ul>
      {documents.map(({ kind, version, pages, sealedAt, isStamped }) => {
        const key = `document.${kind}`;
        return (
          <li key={kind}>
            <a href={paths.agreementDocument(agreementId, kind, version)}>
              {hasKey(agreements, key) ? t(key) : kind}
            </a>{' '}
            {t('document-pages', { pages })}{' '}
            <StatusBadge tone={sealedAt ? 'success' : 'neutral'}>
              {t(sealedAt ? 'document-sealed' : 'document-waiting')}
            </StatusBadge>{' '}
            {isStamped && <StatusBadge>{t('document-stamped')}</StatusBadge>}
          </li>
        );
      })}
    </ul>
  );
}
