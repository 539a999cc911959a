import { common } from '~/i18n/common';
import { useText } from '~/i18n/use-text';

export function SkipLink() {
  const t = useText(common);
  return (
    <a href="#main" className="skip-link">
      {t('skip-to-content')}
    </a>
  );
}
