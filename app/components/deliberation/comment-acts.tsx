import { AnswerForm, EditForm } from './comment-forms';
import type { CommentItemProps } from './comment-setting';
import { ModerationActs } from '~/components/moderation/moderation-acts';
import { ConfirmForm } from '~/components/ui';
import { deliberation } from '~/i18n/deliberation';
import { useText } from '~/i18n/use-text';

/** What who is signed in can do with a comment. */
export function CommentActs({ comment, setting }: CommentItemProps) {
  const { mayComment, state } = setting;
  const t = useText(deliberation);
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
