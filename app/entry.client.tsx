import { RemixBrowser } from '@remix-run/react';
import { startTransition, StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { keepingForms, unsentWords } from './components/layout/keep-unsent-forms';
import { textIn } from './i18n/catalogue';
import { common } from './i18n/common';
import { defaultLocale, isLocale } from './i18n/locale';

window.fetch = keepingForms(window.fetch.bind(window), (why) => {
  const { lang } = document.documentElement;
  const t = textIn(isLocale(lang) ? lang : defaultLocale, common);
  return `${t('unsent.kept')} ${t(unsentWords[why])}`;
});

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  );
});
