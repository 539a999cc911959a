import { useEffect, useRef } from 'react';
import { useWhileTyping } from '~/components/ui';
import type { SimilarMatter } from '~/domains/insights/similar/similar-matters.query.server';
import { firstSentence } from '~/lib/texts/cutting/first-sentence';
import { pathOfSubject, paths } from '~/paths';
import { proposals } from '~/i18n/proposals';
import { useText } from '~/i18n/use-text';

function typedIn(form: HTMLFormElement, name: string): string {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : '';
}

/** Tells the title whenever it is another; answers what ends that. */
function hearTitle(form: HTMLFormElement, bodyStandsIn: boolean, tell: (title: string) => void): () => void {
  let last = '';
  const hear = () => {
    const title = typedIn(form, 'title') || (bodyStandsIn ? firstSentence(typedIn(form, 'body')) : '');
    if (title !== last) tell(title);
    last = title;
  };
  form.addEventListener('input', hear);
  return () => form.removeEventListener('input', hear);
}

/**
 * While the title of the form is typed: what is there already, as a quiet list that stands in nobody's way. Without
 * scripts there is none. `except` is the matter that is being written; `bodyStandsIn`: where no title is typed, the text begins with it.
 */
export function SimilarThere({ except, bodyStandsIn = false }: { except: string; bodyStandsIn?: boolean }) {
  const t = useText(proposals);
  const place = useRef<HTMLDivElement>(null);
  const { ask, answer } = useWhileTyping<{ similar: SimilarMatter[] }>();
  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return;
    return hearTitle(form, bodyStandsIn, (title) => {
      const asked = new URLSearchParams({ title, except });
      ask(`${paths.similar}?${asked.toString()}`);
    });
  }, [ask, except, bodyStandsIn]);
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
