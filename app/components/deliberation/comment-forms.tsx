import {
  Button,
  Checkbox,
  CheckboxGroup,
  DisclosureForm,
  Field,
  Form,
  RadioGroup,
  TextArea,
} from '~/components/ui';
import { PicturesAlong } from '~/components/files/pictures';
import { useFieldErrors } from '~/components/ui/forms/form-context';
import type { CommentView, DiscussionPage } from '~/domains/deliberation/index.server';
import { longestQuote } from '~/domains/deliberation/rules/quotation';
import { stances } from '~/domains/deliberation/stances';
import { deliberation } from '~/i18n/deliberation';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

type Participants = DiscussionPage['participants'];

export interface NewCommentProps {
  participants: Participants;
  state: FormState | undefined;
}

/** Begins a thread, with a stance if one is taken. */
export function NewComment({ participants, state }: NewCommentProps) {
  const t = useText(deliberation);
  return (
    <Form intent="comment" hidden={{ parentId: '' }} state={state} files>
      <RadioGroup
        name="stance"
        label={t('stance')}
        hint={t('stance-hint')}
        inline
        defaultValue=""
        choices={['' as const, ...stances].map((value) => ({
          value,
          label: t(value === '' ? 'stance.none' : `stance.${value}`),
        }))}
      />
      <Field name="body" label={t('your-comment')} hint={t('hint')} required>
        <TextArea rows={4} maximum={4000} />
      </Field>
      <CommentPictures />
      <MentionChoice participants={participants} />
      <Button>{t('post')}</Button>
    </Form>
  );
}

/** Pictures beside the words, unfolded by those who have some. */
function CommentPictures() {
  const t = useText(deliberation);
  const wrong = useFieldErrors('pictures').length > 0;
  return (
    <details className="disclosure" open={wrong || undefined}>
      <summary className="button button-quiet button-small">{t('add-pictures')}</summary>
      <div className="disclosure-body">
        <PicturesAlong label={t('pictures')} shows={t('pictures-show')} />
      </div>
    </details>
  );
}

/** Who is to be told, by name, with the beginning of the last comment where two bear one name. */
function MentionChoice({ participants }: { participants: Participants }) {
  const t = useText(deliberation);
  const wrong = useFieldErrors('mentions').length > 0;
  if (participants.length === 0) return null;
  return (
    <details className="disclosure" open={wrong || undefined}>
      <summary className="button button-quiet button-small">{t('mention')}</summary>
      <div className="disclosure-body mention-choice">
        <CheckboxGroup
          name="mentions"
          label={t('mention')}
          hint={t('mention-hint')}
          inline
          choices={participants.map(({ personId, name, words }) => ({
            value: personId,
            label: words ? `${name} · ${words}` : name,
          }))}
        />
      </div>
    </details>
  );
}

interface OneCommentProps {
  comment: CommentView;
  state: FormState | undefined;
}

export function AnswerForm({
  comment,
  participants,
  state,
}: OneCommentProps & { participants: Participants }) {
  const t = useText(deliberation);
  return (
    <DisclosureForm
      trigger={t('reply')}
      variant="quiet"
      size="small"
      intent="comment"
      hidden={{ parentId: comment.id }}
      initial={{ quote: comment.quotable ?? '' }}
      state={state}
      files
    >
      <Field name="body" label={t('reply-to', { name: comment.authorName })} required>
        <TextArea rows={3} maximum={4000} />
      </Field>
      <QuoteChoice />
      <CommentPictures />
      {participants.length <= shortList && <MentionChoice participants={participants} />}
      <Button size="small">{t('post')}</Button>
    </DisclosureForm>
  );
}

/** With more who take part, the list stands in the form of the thread only: thirty long lists make a heavy page. */
const shortList = 8;

function QuoteChoice() {
  const t = useText(deliberation);
  const wrong = useFieldErrors('quote').length > 0;
  return (
    <details className="disclosure" open={wrong || undefined}>
      <summary className="button button-quiet button-small">{t('quoting')}</summary>
      <div className="disclosure-body">
        <Checkbox name="quoting" label={t('quote')} />
        <Field name="quote" label={t('quote')} hint={t('quote-hint')}>
          <TextArea rows={3} maximum={longestQuote} />
        </Field>
      </div>
    </details>
  );
}

export function EditForm({ comment, state }: OneCommentProps) {
  const t = useText(deliberation);
  return (
    <DisclosureForm
      trigger={t('edit')}
      variant="quiet"
      size="small"
      intent="edit-comment"
      hidden={{ commentId: comment.id }}
      initial={{ body: comment.source ?? '' }}
      revision={String(comment.versions)}
      state={state}
    >
      <Field name="body" label={t('edit')} required>
        <TextArea rows={3} maximum={4000} />
      </Field>
      <Button size="small">{t('save')}</Button>
    </DisclosureForm>
  );
}
