import { Link } from '@remix-run/react';
import type { SimilarMatter } from '~/domains/insights/similar/similar-matters.query.server';
import { pathOfSubject, paths } from '~/paths';
import { proposals } from '~/i18n/proposals';
import { useText } from '~/i18n/use-text';

/** What likely is the same, for a moderator; `mergeFrom` is the proposal that may be merged into it. */
export function SimilarBeside({
  similar,
  mergeFrom,
}: {
  similar: readonly SimilarMatter[];
  mergeFrom?: string;
}) {
  const t = useText(proposals);
  if (similar.length === 0) return null;
  return (
    <ul className="similar-matters" aria-label={t('similar-beside')}>
      {similar.map((matter) => (
        <li key={matter.id}>
          <span>{t('similar-beside')}</span>{' '}
          <Link to={pathOfSubject(matter.kind, matter.id)}>{matter.title}</Link>{' '}
          <span>
            {matter.area} · {matter.state}
          </span>{' '}
          {mergeFrom && matter.kind === 'proposal' && (
            <Link to={`${paths.proposal(mergeFrom)}?into=${matter.id}#merge`}>{t('similar-merge')}</Link>
          )}
        </li>
      ))}
    </ul>
  );
}
