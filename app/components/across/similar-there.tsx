import { useEffect, useRef } from 'react';
import { useWhileTyping } from '~/components/ui';
import type { SimilarMatter } from '~/domains/insights/similar/similar-matters.query.server';
import { pathOfSubject, paths } from '~/paths';
import { proposals } from '~/i18n/proposals';
import { useText } from '~/i18n/use-text';

/**
 * While the title of the form is typed: what is there already, as a quiet list that stands in nobody's way. Without
 * scripts there is none. `except` is the matter that is being written.
 */
export function SimilarThere({ except }: { except: string }) {
  const t = useText(proposals);
  const place = useRef<HTMLDivElement>(null);
  const { ask, answer } = useWhileTyping<{ similar: SimilarMatter[] }>();
  useEffect(() => {
    const input = place.current?.closest('form')?.elements.namedItem('title');
    if (!(input instanceof HTMLInputElement)) return;
    const look = () => {
      const asked = new URLSearchParams({ title: input.value, except });
      ask(`${paths.similar}?${asked.toString()}`);
    };
    input.addEventListener('input', look);
    return () => input.removeEventListener('input', look);
  }, [ask, except]);
  const similar = answer?.similar ?? [];
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
