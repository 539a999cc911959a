import { Link } from '@remix-run/react';
import { useViewer } from '~/components/layout/use-viewer';
import { administration } from '~/i18n/administration';
import { useText } from '~/i18n/use-text';
import { paths } from '~/paths';

/** The way back to the administrator's home, for those who have one. */
export function AboveAdministration() {
  const viewer = useViewer();
  const t = useText(administration);
  return viewer?.administers ? <Link to={paths.administration}>{t('title')}</Link> : null;
}
