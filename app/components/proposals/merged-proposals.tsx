import { Link } from '@remix-run/react';
import * as forms from './merge-forms';
import { later, Notice, Time, whenShown } from '~/components/ui';
import { SimilarBeside } from '~/components/across/similar-beside';
import type { SimilarMatter } from '~/domains/insights/similar/similar-matters.query.server';
import type { MergedProposal } from '~/domains/proposals/index.server';
import { paths } from '~/paths';
import { proposals } from '~/i18n/proposals';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

const UndoMerge = whenShown(
  import.meta.env.SSR ? forms.UndoMerge : later(() => import('./merge-forms').then((own) => own.UndoMerge)),
);
const MergeForm = whenShown(
  import.meta.env.SSR ? forms.MergeForm : later(() => import('./merge-forms').then((own) => own.MergeForm)),
);

/** Says to whoever followed a link to a merged proposal why this page came. */
export function MergedNote({ merged, from }: { merged: readonly MergedProposal[]; from: string | null }) {
  const t = useText(proposals);
  const one = merged.find(({ id }) => id === from);
  if (!one) return null;
  return (
    <Notice>
      <p>{t('merged-note', { title: one.title })}</p>
      <p>{t('merged-reason', { reason: one.reason })}</p>
    </Notice>
  );
}

/** What was merged into a proposal; within the term, for moderators, the way back. */
export function MergedHere({
  merged,
  state,
}: {
  merged: readonly MergedProposal[];
  state: FormState | undefined;
}) {
  const t = useText(proposals);
  if (merged.length === 0) return null;
  return (
    <section aria-labelledby="merged-here">
      <h2 id="merged-here">{t('merged-here')}</h2>
      <ul className="stack">
        {merged.map((one) => (
          <li key={one.id}>
            <p>
              <Link to={paths.proposalVersions(one.id)}>{one.title}</Link>
            </p>
            <p className="card-meta">
              <span>{one.authorName}</span>
              <Time value={one.mergedAt} format="date" />
            </p>
            <p>{t('merged-reason', { reason: one.reason })}</p>
            {one.mayUndo && <UndoMerge one={one} state={state} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A moderator names the other proposal and says why. */
export function MergeProposal({
  state,
  into,
  similar,
}: {
  state: FormState | undefined;
  /** The other proposal, where the moderator came from a suggestion. */
  into: string | null;
  similar: readonly SimilarMatter[];
}) {
  return (
    <>
      <SimilarBeside similar={similar} />
      <MergeForm state={state} into={into ?? similar.find(({ kind }) => kind === 'proposal')?.id ?? ''} />
    </>
  );
}
