import { ProposalFields } from './proposal-form';
import { useDraftSaving } from './use-draft-saving';
import { Button, Form, Notice } from '~/components/ui';
import { proposals } from '~/i18n/proposals';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';
import type { AreaChoices } from '~/lib/choices/area-choices';

export interface ProposalEditorProps {
  areas: AreaChoices;
  /** Its id and revision; empty until the first draft is kept. */
  draftId: string;
  /** A draft can be kept or published; what is published is saved as a new version. */
  draft: boolean;
  /** The statement of a conversation from which it is made. */
  statementId?: string | undefined;
  initial: FormState['values'];
  state: FormState | undefined;
  /** What another window has saved since this text was opened. */
  saved?: SavedText | undefined;
}

export interface SavedText {
  draftId: string;
  title: string;
  body: string;
}

/** What another window has saved, where the action answered that. */
export const savedTextIn = (outcome: object | undefined): SavedText | undefined =>
  outcome && 'saved' in outcome ? (outcome.saved as SavedText | undefined) : undefined;

export function ProposalEditor({
  areas,
  draftId,
  draft,
  statementId,
  initial,
  state,
  saved,
}: ProposalEditorProps) {
  const t = useText(proposals);
  const saving = useDraftSaving(draftId, draft);
  const mainAct = draft ? 'publish' : 'save';
  return (
    <Form
      files
      state={state}
      initial={initial}
      hidden={{ draftId: saving.draftId, mainAct, ...(statementId ? { statementId } : {}) }}
      onInput={(event) => saving.typed(event.currentTarget)}
      onSubmitCapture={saving.submitting}
    >
      {saved && <SavedElsewhere title={saved.title} body={saved.body} />}
      <ProposalFields areas={areas} id={saving.draftId.replace(/\..*/, '')} category={initial.category} />
      <p aria-live="polite" className="field-hint">
        {saving.status ? t(saving.status) : draft && t('publish-hint')}
      </p>
      <div className="form-actions">
        <Button size="large" name="act" value={mainAct}>
          {t(mainAct)}
        </Button>
        {draft && (
          <Button variant="secondary" name="act" value="draft">
            {t('save-draft')}
          </Button>
        )}
      </div>
    </Form>
  );
}

/** The other text, so that nobody has to choose blindly: nothing typed here is lost by it. */
function SavedElsewhere({ title, body }: { title: string; body: string }) {
  const t = useText(proposals);
  return (
    <Notice kind="warning" title={t('saved-elsewhere')}>
      <p>{title}</p>
      <p className="pre-line">{body}</p>
    </Notice>
  );
}
