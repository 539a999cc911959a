import { RemixBrowser } from '@remix-run/react';
import { startTransition, StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { keepingForms, unsentText } from './components/layout/keep-unsent-forms';
import { defaultLocale, isLocale } from './i18n/locale';
import { LocaleContext } from './i18n/use-text';

const { lang } = document.documentElement;
/** The language in which the page came, and of which it has the words. */
const locale = isLocale(lang) ? lang : defaultLocale;

window.fetch = keepingForms(window.fetch.bind(window), (why) => unsentText(locale, why));

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <LocaleContext.Provider value={locale}>
        <RemixBrowser />
      </LocaleContext.Provider>
    </StrictMode>,
  );
});
