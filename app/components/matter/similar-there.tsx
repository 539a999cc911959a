import { useEffect, useRef, useState } from 'react';
import type { SimilarMatter } from '~/domains/insights/similar/similar-matters.query.server';
import { pathOfSubject, paths } from '~/http/paths';
import { proposals } from '~/i18n/proposals';
import { useText } from '~/i18n/use-text';

const restMilliseconds = 350;

/**
 * While the title of the form is typed: what is there already, as a quiet list that stands in nobody's way. Without
 * scripts there is none. `except` is the matter that is being written.
 */
export function SimilarThere({ except }: { except: string }) {
  const t = useText(proposals);
  const place = useRef<HTMLDivElement>(null);
  const [similar, setSimilar] = useState<readonly SimilarMatter[]>([]);
  useEffect(() => {
    const input = place.current?.closest('form')?.elements.namedItem('title');
    if (!(input instanceof HTMLInputElement)) return;
    let timer: ReturnType<typeof setTimeout>;
    let asking = new AbortController();
    const ask = async () => {
      const asked = new URLSearchParams({ title: input.value, except });
      const answer = await fetch(`${paths.similar}?${asked.toString()}`, { signal: asking.signal });
      if (answer.ok) setSimilar(((await answer.json()) as { similar: SimilarMatter[] }).similar);
    };
    const look = () => {
      clearTimeout(timer);
      asking.abort();
      asking = new AbortController();
      // Where there is no answer, what is shown stays: nobody waits for it.
      timer = setTimeout(() => void ask().catch(() => undefined), restMilliseconds);
    };
    input.addEventListener('input', look);
    return () => {
      clearTimeout(timer);
      asking.abort();
      input.removeEventListener('input', look);
    };
  }, [except]);
  return (
    <div ref={place} aria-live="polite">
      {similar.length > 0 && (
        <div className="similar-there">
          <p>{t('similar-there')}</p>
          <ul>
            {similar.map((matter) => (
              <li key={matter.id}>
                <a href={pathOfSubject(matter.kind, matter.id)} target="_blank" rel="noreferrer">
                  {matter.title}
                  <span className="sr-only"> ({t('similar-opens')})</span>
                </a>{' '}
                <span className="field-hint">
                  {matter.area} · {matter.state}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
