import { tellRefused } from './keep-unsent-forms';

/** A form whose answer is another page: a menu's, following, signing out, a file to keep. */
function leadsElsewhere(form: EventTarget | null): boolean {
  if (!(form instanceof HTMLFormElement) || form.method !== 'post') return false;
  const { origin, pathname } = new URL(form.action);
  return origin !== location.origin || pathname !== location.pathname;
}

/**
 * Holds a form back that leads elsewhere while there is no network, and says so: the browser would put its own page in
 * place of this one, and of all that is typed on it.
 */
export function holdBackForms(words: string): void {
  const onSubmit = (event: SubmitEvent) => {
    if (navigator.onLine || !leadsElsewhere(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
    tellRefused(words);
  };
  document.addEventListener('submit', onSubmit, true);
}
