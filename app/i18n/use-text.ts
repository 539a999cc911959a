import { createContext, useContext, useMemo } from 'react';
import type { Catalogue, Translate } from './catalogue';
import { textIn } from './catalogue';
import { defaultLocale } from './locale';
import type { Locale } from './locale';

export const LocaleContext = createContext<Locale>(defaultLocale);

export function useLocale(): Locale {
  return useContext(LocaleContext);
}

/** Names one after the other, as the reader's language writes lists. */
export function useNamesInARow(): (names: readonly string[]) => string {
  const locale = useLocale();
  return (names) => names.join(locale === 'zh-CN' ? '、' : ', ');
}

/** The texts of one subject in the reader's language. */
export function useText<Key extends string>(catalogue: Catalogue<Key>): Translate<Key> {
  const locale = useLocale();
  return useMemo(() => textIn(locale, catalogue), [locale, catalogue]);
}
