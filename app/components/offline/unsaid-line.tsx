import { useEffect, useState } from 'react';
import { unsentText } from '~/components/layout/keep-unsent-forms';
import type { RefusedEvent } from '~/components/layout/keep-unsent-forms';
import { Icon } from '~/components/ui';
import { useLocale } from '~/i18n/use-text';

const refusedEvent: RefusedEvent = 'unsent-refused';

/** By then the form has said it itself, if it does. */
const saidAfter = 400;

/** A form whose answer is another page: a menu's, following, signing out, a file to keep. */
function leadsElsewhere(form: EventTarget | null): boolean {
  if (!(form instanceof HTMLFormElement) || form.method !== 'post') return false;
  const { origin, pathname } = new URL(form.action);
  return origin !== location.origin || pathname !== location.pathname;
}

/**
 * Says why a press did nothing where nothing else on the page does. A form that leads elsewhere is held back while there is
 * no network: the browser would put its own page in place of this one, and of all that is typed on it.
 */
export function UnsaidLine() {
  const locale = useLocale();
  const [said, setSaid] = useState('');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const say = (words: string) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (!document.querySelector('main')?.textContent.includes(words)) setSaid(words);
      }, saidAfter);
    };
    const onRefused = (event: Event) => {
      if (event instanceof CustomEvent && typeof event.detail === 'string') say(event.detail);
    };
    const onSubmit = (event: SubmitEvent) => {
      setSaid('');
      if (navigator.onLine || !leadsElsewhere(event.target)) return;
      event.preventDefault();
      event.stopPropagation();
      say(unsentText(locale, 'offline'));
    };
    addEventListener(refusedEvent, onRefused);
    document.addEventListener('submit', onSubmit, true);
    return () => {
      clearTimeout(timer);
      removeEventListener(refusedEvent, onRefused);
      document.removeEventListener('submit', onSubmit, true);
    };
  }, [locale]);
  return (
    <div role="alert" className="offline-line unsaid-line">
      {said !== '' && (
        <p className="frame">
          <Icon name="info" />
          <span>{said}</span>
        </p>
      )}
    </div>
  );
}
