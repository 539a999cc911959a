import { Link } from '@remix-run/react';
import { moderation } from '~/i18n/moderation';
import { useText } from '~/i18n/use-text';
import { paths } from '~/paths';

/** Leads who may read it to why a thing was hidden, and its author to the appeal. */
export function WhyHidden({ kind, id }: { kind: string; id: string }) {
  const t = useText(moderation);
  return (
    <p>
      <Link to={paths.hiding(kind, id)}>{t('hiding-link')}</Link>
    </p>
  );
}
