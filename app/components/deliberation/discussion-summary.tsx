import { Link } from '@remix-run/react';
import * as form from './summary-form';
import { later, Markdown, Time, whenShown } from '~/components/ui';
import type { DiscussionPage } from '~/domains/deliberation/index.server';
import { paths } from '~/paths';
import { deliberation } from '~/i18n/deliberation';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

const SummaryForm = whenShown(
  import.meta.env.SSR
    ? form.SummaryForm
    : later(() => import('./summary-form').then((own) => own.SummaryForm)),
);

export interface DiscussionSummaryProps {
  discussion: Pick<DiscussionPage, 'summary' | 'maySummarise'>;
  subject: { kind: string; id: string };
  state: FormState | undefined;
}

/** What moderators say the discussion comes to, and for them the form to write it. */
export function DiscussionSummary({ discussion, subject, state }: DiscussionSummaryProps) {
  const { summary, maySummarise } = discussion;
  const t = useText(deliberation);
  const pinned = summary !== null && summary.source !== '';
  return (
    <>
      {pinned && (
        <section className="panel" aria-label={t('summary-title')}>
          <h3>{t('summary-title')}</h3>
          <p className="card-meta">
            <span>
              {t('summary-by', { name: summary.writtenBy })} <Time value={summary.writtenAt} />
            </span>
            <Link to={paths.summaryVersions(subject.kind, subject.id)}>
              {t('summary-versions', { count: summary.version })}
            </Link>
          </p>
          <Markdown html={summary.html} />
        </section>
      )}
      {maySummarise && <SummaryForm summary={summary} state={state} />}
    </>
  );
}
