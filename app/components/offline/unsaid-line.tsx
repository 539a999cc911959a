import { useEffect, useState } from 'react';
import type { RefusedEvent } from '~/components/layout/keep-unsent-forms';
import { Icon } from '~/components/ui';

const refusedEvent: RefusedEvent = 'unsent-refused';

/** By then the form has said it itself, if it does. */
const saidAfter = 400;

/** Says why a press did nothing where nothing else on the page does. */
export function UnsaidLine() {
  const [said, setSaid] = useState('');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onRefused = (event: Event) => {
      const words: unknown = event instanceof CustomEvent && event.detail;
      if (typeof words !== 'string') return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (!document.querySelector('main')?.textContent.includes(words)) setSaid(words);
      }, saidAfter);
    };
    const onSubmit = () => setSaid('');
    addEventListener(refusedEvent, onRefused);
    addEventListener('submit', onSubmit, true);
    return () => {
      clearTimeout(timer);
      removeEventListener(refusedEvent, onRefused);
      removeEventListener('submit', onSubmit, true);
    };
  }, []);
  return (
    <div aria-live="assertive" className="offline-line unsaid-line">
      {said !== '' && (
        <p className="frame">
          <Icon name="info" />
          <span>{said}</span>
        </p>
      )}
    </div>
  );
}
