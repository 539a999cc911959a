import type { ReactNode } from 'react';
import { common } from '~/i18n/common';
import { useText } from '~/i18n/use-text';

/** Fingerprints, seeds and how to reckon again: folded, for those who want to check. */
export function ToCheck({ children }: { children: ReactNode }) {
  const t = useText(common);
  return (
    <details className="to-check">
      <summary>{t('to-check')}</summary>
      {children}
    </details>
  );
}
