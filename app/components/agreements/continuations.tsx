import { Link } from '@remix-run/react';
import { hasKey } from '~/i18n/catalogue';
import { agreements } from '~/i18n/agreements';
import { paths } from '~/paths';
import { useText } from '~/i18n/use-text';

export interface ContinuationsProps {
  before: { id: string; title: string } | null;
  after: readonly { id: string; title: string; continuesAs: string | null }[];
  /** As what this one continues the one before. */
  as: string | null;
}

/** What the agreement takes up, amends or renews, and what does so with it. */
export function Continuations({ before, after, as }: ContinuationsProps) {
  const t = useText(agreements);
  const word = (key: string) => (hasKey(agreements, key) ? t(key) : '');
  if (!before && after.length === 0) return null;
  return (
    <ul>
      {before && (
        <li>
          {word(`continues.${as}`)} <Link to={paths.agreement(before.id)}>{before.title}</Link>
        </li>
      )}
      {after.map(({ id, title, continuesAs }) => (
        <li key={id}>
          {word(`continued.${continuesAs}`)} <Link to={paths.agreement(id)}>{title}</Link>
        </li>
      ))}
    </ul>
  );
}
