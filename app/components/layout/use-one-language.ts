import { useEffect, useState } from 'react';
import type { Locale } from '~/i18n/locale';

/**
 * The page's code has the words of one language. Where the reader has chosen another meanwhile, in another window, the
 * page is loaded anew in that one.
 */
export function useOneLanguage(locale: Locale): void {
  const [loaded] = useState(locale);
  useEffect(() => {
    if (locale !== loaded) window.location.reload();
  }, [locale, loaded]);
}
