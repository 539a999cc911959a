import { Link } from '@remix-run/react';
import type { DiscussionPage } from '~/domains/deliberation/index.server';
import { deliberation } from '~/i18n/deliberation';
import { useText } from '~/i18n/use-text';

type Best = DiscussionPage['best'];

/** The best arguments of each side beside each other, with the rule by which they stand there. */
export function BestArguments({ best }: { best: Best }) {
  const t = useText(deliberation);
  if (best.for.length + best.against.length === 0) return null;
  return (
    <section className="best-arguments" aria-labelledby="best-arguments">
      <h3 id="best-arguments">{t('best-title')}</h3>
      <div className="best-sides">
        <Side side="for" best={best.for} />
        <Side side="against" best={best.against} />
      </div>
      <details>
        <summary>{t('best-rule-title')}</summary>
        <p className="field-hint">{t('best-rule')}</p>
      </details>
    </section>
  );
}

function Side({ side, best }: { side: 'for' | 'against'; best: Best['for'] }) {
  const t = useText(deliberation);
  return (
    <div className={`best-side best-side-${side}`}>
      <h4>{t(`best-${side}`)}</h4>
      {best.length === 0 && <p className="field-hint">{t('best-none')}</p>}
      <ol className="stack">
        {best.map((argument) => (
          <li key={argument.id}>
            <p>{argument.words}</p>
            <p className="card-meta">
              <strong>{argument.authorName}</strong>
              <span>{t('support-count', { count: argument.supportCount })}</span>
              <span>{t('oppose-count', { count: argument.opposeCount })}</span>
              <Link to={`?thread=${argument.id}#comment-${argument.id}`}>{t('best-read')}</Link>
            </p>
          </li>
        ))}
      </ol>
    </div>
  );
}
