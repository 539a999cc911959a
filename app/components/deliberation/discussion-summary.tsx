import { Link } from '@remix-run/react';
import { Button, DisclosureForm, Field, Markdown, TextArea, Time } from '~/components/ui';
import type { DiscussionPage } from '~/domains/deliberation/index.server';
import { paths } from '~/paths';
import { deliberation } from '~/i18n/deliberation';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

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
      {maySummarise && (
        <DisclosureForm
          trigger={t(pinned ? 'summary-edit' : 'summary-write')}
          size="small"
          intent="summarise"
          hidden={{ version: String(summary?.version ?? 0) }}
          initial={{ body: summary?.source ?? '' }}
          state={state}
        >
          <Field name="body" label={t('summary-words')} hint={t('summary-hint')}>
            <TextArea rows={5} maximum={4000} />
          </Field>
          <Button size="small">{t('summary-save')}</Button>
        </DisclosureForm>
      )}
    </>
  );
}
