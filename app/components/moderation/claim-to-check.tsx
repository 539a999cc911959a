import { Documents } from '~/components/files/documents';
import { StatusBadge } from '~/components/ui';
import type { ClaimToCheck as Claim } from '~/domains/organisations/certificates.server';
import { hasKey } from '~/i18n/catalogue';
import { community } from '~/i18n/community';
import { useText } from '~/i18n/use-text';

/** What is compared before an organisation is verified: its kind, whether its code is one of that kind, its certificates. */
export function ClaimToCheck({ claim }: { claim: Claim }) {
  const t = useText(community);
  const kind = `kind.${claim.kind}`;
  return (
    <div className="queue-about">
      <StatusBadge>{hasKey(community, kind) ? t(kind) : claim.kind}</StatusBadge>
      {!claim.codeFits && <StatusBadge tone="warning">{t('check.code-of-other-kind')}</StatusBadge>}
      {claim.sameCode > 0 && (
        <StatusBadge tone="danger">{t('check.same-code', { count: claim.sameCode })}</StatusBadge>
      )}
      {claim.sameName > 0 && (
        <StatusBadge tone="warning">{t('check.same-name', { count: claim.sameName })}</StatusBadge>
      )}
      {claim.certificates.length === 0 ? (
        <StatusBadge tone="warning">{t('check.no-certificate')}</StatusBadge>
      ) : (
        <Documents documents={claim.certificates} />
      )}
    </div>
  );
}
