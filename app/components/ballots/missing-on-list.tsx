import { Notice } from '~/components/ui';
import type { MissingOnList as Missing } from '~/domains/ballots/organising/missing-on-list.query.server';
import { ballots } from '~/i18n/ballots';
import { useText } from '~/i18n/use-text';

/** For those who lead the ballot, before it opens: who on its list would have no vote, and what helps. */
export function MissingOnList({ missing }: { missing: Missing }) {
  const t = useText(ballots);
  const { listed, noAccount, noAge } = missing;
  const count = noAccount.length + noAge.length;
  if (count === 0) return <p>{t('list-all-there', { listed })}</p>;
  return (
    <Notice kind="warning" title={t('list-missing', { count, listed })}>
      <p>{t('list-missing-hint')}</p>
      <Addresses label={t('list-no-account')} emails={noAccount} />
      <Addresses label={t('list-no-age')} emails={noAge} />
    </Notice>
  );
}

function Addresses({ label, emails }: { label: string; emails: readonly string[] }) {
  if (emails.length === 0) return null;
  return (
    <details open={emails.length <= 10}>
      <summary>
        {label} ({emails.length})
      </summary>
      <ul>
        {emails.map((email) => (
          <li key={email}>{email}</li>
        ))}
      </ul>
    </details>
  );
}
