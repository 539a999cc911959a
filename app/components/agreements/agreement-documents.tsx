import { Button, Form, Notice, Section, StatusBadge } from '~/components/ui';
import { hasKey } from '~/i18n/catalogue';
import { agreements } from '~/i18n/agreements';
import { paths } from '~/paths';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

export interface AgreementDocumentsProps {
  agreementId: string;
  documents: readonly {
    kind: string;
    version: number;
    pages: number;
    isThere: boolean;
    sealedAt: Date | null;
    fault: string | null;
  }[];
  /** The reader may have what failed made again. */
  isParty: boolean;
  state: FormState | undefined;
}

/** The agreement and the record of its signing as files, and where they are checked. */
export function AgreementDocuments({ agreementId, documents, isParty, state }: AgreementDocumentsProps) {
  const t = useText(agreements);
  const fault = documents.find((one) => one.fault)?.fault;
  const there = documents.filter((one) => one.isThere);
  return (
    <Section title={t('documents')} id="documents">
      {fault && <Fault fault={fault} isParty={isParty} state={state} />}
      {there.length === 0 && !fault && <p>{t('document-making')}</p>}
      <ul>
        {there.map(({ kind, version, pages, sealedAt }) => {
          const key = `document.${kind}`;
          return (
            <li key={kind}>
              <a href={paths.agreementDocument(agreementId, kind, version)}>
                {hasKey(agreements, key) ? t(key) : kind}
              </a>{' '}
              {t('document-pages', { pages })}{' '}
              <StatusBadge tone={sealedAt ? 'success' : 'neutral'}>
                {t(sealedAt ? 'document-sealed' : 'document-waiting')}
              </StatusBadge>
            </li>
          );
        })}
      </ul>
      <p>
        <a href={paths.checkAgreement}>{t('check')}</a>
      </p>
      <details className="disclosure">
        <summary>{t('kind-title')}</summary>
        <p>{t('kind-text')}</p>
      </details>
    </Section>
  );
}

function Fault({ fault, isParty, state }: { fault: string; isParty: boolean; state: FormState | undefined }) {
  const t = useText(agreements);
  return (
    <Notice kind="warning">
      <p>{fault}</p>
      {isParty && (
        <Form intent="document" state={state}>
          <Button size="small" variant="secondary">
            {t('document-again')}
          </Button>
        </Form>
      )}
    </Notice>
  );
}
