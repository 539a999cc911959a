import { Link } from '@remix-run/react';
import { ModerationActs } from '~/components/moderation/moderation-acts';
import { AnswerForm, EditForm } from './comment-forms';
import { ShowAgain, WhyHidden } from '~/components/moderation/decide-unasked';
import { Pictures } from '~/components/files/pictures';
import { CommentVotes } from './comment-votes';
import { ConfirmForm, Markdown, StatusBadge, Time } from '~/components/ui';
import type { Tone } from '~/components/ui';
import type { CommentView, DiscussionPage } from '~/domains/deliberation/index.server';
import { paths, pathOfSubject } from '~/paths';
import { hasKey } from '~/i18n/catalogue';
import { deliberation } from '~/i18n/deliberation';
import { useNamesInARow, useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

/** What every comment of a page needs to know of the page. */
export interface CommentSetting {
  subject: { kind: string; id: string };
  origins: Readonly<Record<string, string>>;
  mayComment: boolean;
  signedIn: boolean;
  participants: DiscussionPage['participants'];
  state: FormState | undefined;
}

export interface CommentItemProps {
  comment: CommentView;
  setting: CommentSetting;
}

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
      <CommentActs comment={comment} setting={setting} />
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

function CommentActs({ comment, setting }: CommentItemProps) {
  const { mayComment, signedIn, state } = setting;
  const t = useText(deliberation);
  if (!signedIn) return null;
  return (
    <div className="card-actions">
      {mayComment && <AnswerForm comment={comment} participants={setting.participants} state={state} />}
      {comment.source !== null && <EditForm comment={comment} state={state} />}
      {comment.mine && (
        <ConfirmForm
          trigger={t('remove')}
          title={t('remove-title')}
          description={<p>{t('remove-hint')}</p>}
          confirm={t('remove')}
          variant="quiet"
          size="small"
          danger
          intent="remove-comment"
          hidden={{ commentId: comment.id }}
        />
      )}
      <ModerationActs kind="comment" of={comment} own={comment.mine} moderates={comment.mayHide} />
    </div>
  );
}
