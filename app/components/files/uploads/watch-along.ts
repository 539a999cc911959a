/**
 * Loads the field of pictures when somebody unfolds a place for them on a page that does not bring its code. Lies in what
 * is loaded behind each page, so that these do not grow by it.
 */
export function watchAlong(): () => void {
  const unfolded = ({ target }: Event) => {
    if (!(target instanceof HTMLDetailsElement) || !target.open) return;
    if (!target.querySelector('input[type=file][name=pictures]')) return;
    // What does not come is not needed: the pictures go along with the form.
    import('./fields-along').then(({ handOver }) => handOver(target)).catch(() => undefined);
  };
  document.addEventListener('toggle', unfolded, true);
  return () => document.removeEventListener('toggle', unfolded, true);
}
