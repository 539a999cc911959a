import { useLocale } from '~/i18n/use-text';
import { languageOf } from '~/lib/texts/language-of';

type Language = 'zh' | 'en';

/** For `lang` of what holds words of people: their language, where it is another than the page's. */
export function useOtherLanguage(): (words: unknown) => Language | undefined {
  const locale = useLocale();
  return (words) => {
    const language = typeof words === 'string' ? languageOf(words) : null;
    return language === null || locale.startsWith(language) ? undefined : language;
  };
}

/** Words that people wrote among those of the page: read aloud, and set, in their own language. */
export function Said({ children }: { children: string }) {
  const lang = useOtherLanguage()(children);
  return lang === undefined ? <>{children}</> : <span lang={lang}>{children}</span>;
}
