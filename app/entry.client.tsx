import { RemixBrowser } from '@remix-run/react';
import { startTransition, StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { holdBackForms } from './components/layout/hold-back-forms';
import { keepingForms, unsentText } from './components/layout/keep-unsent-forms';
import { quietenRouterOf } from './components/layout/quiet-router';
import { defaultLocale, isLocale } from './i18n/locale';
import { LocaleContext } from './i18n/use-text';

const { lang } = document.documentElement;
/** The language in which the page came, and of which it has the words. */
const locale = isLocale(lang) ? lang : defaultLocale;

quietenRouterOf(window);
window.fetch = keepingForms(window.fetch.bind(window), (why) => unsentText(locale, why));
holdBackForms(unsentText(locale, 'offline'));

/**
 * Remix reads the page's data when it is drawn first, and throws what to wait for. React waits and goes on with the page
 * that is there; Preact would draw a second one, so that is waited for before.
 */
async function readData(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (reading) {
    await reading;
  }
}

/**
 * Where the page is drawn. React takes the document. Preact takes a document's root element, and would draw the page's
 * own root into it: it is given what stands around that, as far as it asks.
 */
function aroundThePage(): Document | Element {
  if (import.meta.env.DEV) return document;
  const page = document.documentElement;
  const around = {
    ...{ nodeType: 1, namespaceURI: page.namespaceURI, parentNode: document },
    ...{ firstChild: page, childNodes: [page] },
    contains: (node: Node) => document.contains(node),
    insertBefore: (node: Node, next: Node | null) => document.insertBefore(node, next),
    appendChild: (node: Node) => document.appendChild(node),
    removeChild: (node: Node) => document.removeChild(node),
  };
  return around as unknown as Element;
}

void readData().then(() =>
  startTransition(() => {
    hydrateRoot(
      aroundThePage(),
      <StrictMode>
        <LocaleContext.Provider value={locale}>
          <RemixBrowser />
        </LocaleContext.Provider>
      </StrictMode>,
    );
  }),
);
