import { useActionData } from '@remix-run/react';
import * as decide from './decide-unasked';
import * as report from './report-form';
import { useViewer } from '~/components/layout/use-viewer';
import { later, whenShown } from '~/components/ui';
import type { FormState } from '~/lib/form-state';

const HideContent = whenShown(
  import.meta.env.SSR
    ? decide.HideContent
    : later(() => import('./decide-unasked').then((own) => own.HideContent)),
);
const ReportForm = whenShown(
  import.meta.env.SSR
    ? report.ReportForm
    : later(() => import('./report-form').then((own) => own.ReportForm)),
);

interface ModerationActsProps {
  kind: string;
  of: { id: string; hiddenAt?: unknown };
  /** Whose own thing it is takes it back instead. */
  own: boolean;
  moderates: boolean;
}

/** What readers and moderators can do about a thing that breaks the rules. */
export function ModerationActs({ kind, of: { id, hiddenAt }, own, moderates }: ModerationActsProps) {
  const about = { subject: { kind, id }, state: useActionData<{ form?: FormState }>()?.form };
  const viewer = useViewer();
  return (
    <>
      {viewer && !own && <ReportForm {...about} />}
      {moderates && !hiddenAt && <HideContent {...about} />}
    </>
  );
}
