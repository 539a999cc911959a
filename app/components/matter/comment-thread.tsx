import { Link } from '@remix-run/react';
import { ReportForm } from './report-form';
import {
  Button,
  ConfirmForm,
  DisclosureForm,
  Field,
  Form,
  LinkButton,
  Markdown,
  Pagination,
  TextArea,
  Time,
} from '~/components/ui';
import type { CommentView } from '~/domains/deliberation/index.server';
import { deliberation } from '~/i18n/deliberation';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

export interface CommentThreadProps {
  comments: readonly CommentView[];
  next: string | null;
  mayComment: boolean;
  /** Why not, in words; a visitor gets the way to signing in instead. */
  whyNot: string | null;
  signInPath: string | null;
  state?: FormState | undefined;
}

/** Comments with their answers, and the forms to add to them. The page's action takes the intents. */
export function CommentThread(props: CommentThreadProps) {
  const { comments, next, mayComment, whyNot, signInPath, state } = props;
  const t = useText(deliberation);
  return (
    <div className="comments">
      {comments.length === 0 && <p>{t('empty')}</p>}
      <ol className="comment-list">
        {comments.map((comment) => (
          <li
            key={comment.id}
            id={`comment-${comment.id}`}
            style={{ marginInlineStart: `${Math.min(comment.depth, 4) * 0.75}rem` }}
          >
            <CommentItem comment={comment} mayComment={mayComment} signedIn={!signInPath} state={state} />
          </li>
        ))}
      </ol>
      <Pagination next={next} parameter="comments" />
      {mayComment ? (
        <Form intent="comment" hidden={{ parentId: '' }} state={state}>
          <Field name="body" label={t('your-comment')} hint={t('hint')} required>
            <TextArea rows={4} maximum={4000} />
          </Field>
          <Button>{t('post')}</Button>
        </Form>
      ) : signInPath ? (
        <LinkButton to={signInPath} variant="secondary">
          {t('sign-in')}
        </LinkButton>
      ) : (
        <p>{whyNot}</p>
      )}
    </div>
  );
}

interface CommentItemProps {
  comment: CommentView;
  mayComment: boolean;
  signedIn: boolean;
  state: FormState | undefined;
}

function CommentItem({ comment, mayComment, signedIn, state }: CommentItemProps) {
  const t = useText(deliberation);
  if (comment.gone) return <p className="comment-gone">{t(comment.gone)}</p>;
  const { authorName: name, organisationName: organisation } = comment;
  return (
    <article className="comment">
      <div className="card-meta">
        <strong>{organisation ? t('representing', { organisation, name }) : name}</strong>
        <Link to={`#comment-${comment.id}`}>
          <Time value={comment.createdAt} relative />
        </Link>
        {comment.editedAt && <span>{t('edited')}</span>}
      </div>
      <Markdown html={comment.html ?? ''} />
      <div className="card-actions">
        {mayComment && <AnswerForm comment={comment} state={state} />}
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
        {signedIn && !comment.mine && (
          <ReportForm subject={{ kind: 'comment', id: comment.id }} state={state} />
        )}
      </div>
    </article>
  );
}

interface OneCommentProps {
  comment: CommentView;
  state: FormState | undefined;
}

function AnswerForm({ comment, state }: OneCommentProps) {
  const t = useText(deliberation);
  return (
    <DisclosureForm
      trigger={t('reply')}
      variant="quiet"
      size="small"
      intent="comment"
      hidden={{ parentId: comment.id }}
      state={state}
    >
      <Field name="body" label={t('reply-to', { name: comment.authorName })} required>
        <TextArea rows={3} maximum={4000} />
      </Field>
      <Button size="small">{t('post')}</Button>
    </DisclosureForm>
  );
}

function EditForm({ comment, state }: OneCommentProps) {
  const t = useText(deliberation);
  return (
    <DisclosureForm
      trigger={t('edit')}
      variant="quiet"
      size="small"
      intent="edit-comment"
      hidden={{ commentId: comment.id }}
      initial={{ body: comment.source ?? '' }}
      state={state}
    >
      <Field name="body" label={t('edit')} required>
        <TextArea rows={3} maximum={4000} />
      </Field>
      <Button size="small">{t('save')}</Button>
    </DisclosureForm>
  );
}
