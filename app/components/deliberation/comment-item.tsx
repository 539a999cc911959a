import { Link } from '@remix-run/react';
import * as acts from './comment-acts';
import * as decide from '~/components/moderation/decide-unasked';
import { WhyHidden } from '~/components/moderation/why-hidden';
import { Pictures } from '~/components/files/pictures';
import type { CommentItemProps, CommentSetting } from './comment-setting';
import { CommentVotes } from './comment-votes';
import { later, Markdown, StatusBadge, Time, whenShown } from '~/components/ui';
import type { Tone } from '~/components/ui';
import type { CommentView } from '~/domains/deliberation/index.server';
import { paths, pathOfSubject } from '~/paths';
import { hasKey } from '~/i18n/catalogue';
import { deliberation } from '~/i18n/deliberation';
import { useNamesInARow, useText } from '~/i18n/use-text';

const CommentActs = whenShown(
  import.meta.env.SSR
    ? acts.CommentActs
    : later(() => import('./comment-acts').then((own) => own.CommentActs)),
);
const ShowAgain = whenShown(
  import.meta.env.SSR
    ? decide.ShowAgain
    : later(() => import('~/components/moderation/decide-unasked').then((own) => own.ShowAgain)),
);

export function CommentItem({ comment, setting }: CommentItemProps) {
  const t = useText(deliberation);
  const inARow = useNamesInARow();
  if (comment.gone)
    return (
      <div>
        <p className="comment-gone">{t(comment.gone === 'removed' ? 'removed' : 'hidden')}</p>
        {comment.gone === 'hidden' && (comment.mine || comment.mayShowAgain) && (
          <WhyHidden kind="comment" id={comment.id} />
        )}
        {comment.mayShowAgain && (
          <ShowAgain subject={{ kind: 'comment', id: comment.id }} state={setting.state} />
        )}
      </div>
    );
  return (
    <article className="comment">
      <CommentHead comment={comment} origins={setting.origins} />
      {comment.quote !== null && <blockquote className="comment-quote">{comment.quote}</blockquote>}
      <Markdown html={comment.html ?? ''} />
      <Pictures pictures={comment.pictures} />
      {comment.mentioned.length > 0 && (
        <p className="card-meta">{t('mentioned', { names: inARow(comment.mentioned) })}</p>
      )}
      <CommentVotes comment={comment} state={setting.state} />
      {setting.signedIn && <CommentActs comment={comment} setting={setting} />}
    </article>
  );
}

const tones: Record<string, Tone> = { for: 'success', against: 'danger', question: 'info' };

export function StanceBadge({ stance }: { stance: string | null }) {
  const t = useText(deliberation);
  const key = `stance.${stance}`;
  if (stance === null || !hasKey(deliberation, key)) return null;
  return <StatusBadge tone={tones[stance] ?? 'neutral'}>{t(key)}</StatusBadge>;
}

function CommentHead({ comment, origins }: { comment: CommentView; origins: CommentSetting['origins'] }) {
  const t = useText(deliberation);
  const { authorName: name, organisationName: organisation, originId } = comment;
  return (
    <div className="card-meta">
      <StanceBadge stance={comment.stance} />
      <strong>{organisation ? t('representing', { organisation, name }) : name}</strong>
      <Link to={`#comment-${comment.id}`}>
        <Time value={comment.createdAt} relative />
      </Link>
      {comment.editedAt && <Link to={paths.commentVersions(comment.id)}>{t('edited-link')}</Link>}
      {originId && (
        <Link to={pathOfSubject('proposal', originId)}>
          {t('origin', { title: origins[originId] ?? '' })}
        </Link>
      )}
    </div>
  );
}
