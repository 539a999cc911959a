import { ConfirmForm, Field, TextArea, TextInput, Time } from '~/components/ui';
import type { MergedProposal } from '~/domains/proposals/index.server';
import { proposals } from '~/i18n/proposals';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

/** Takes a merging back, within its term. */
export function UndoMerge({ one, state }: { one: MergedProposal; state: FormState | undefined }) {
  const t = useText(proposals);
  return (
    <ConfirmForm
      intent="undo-merge"
      hidden={{ mergeId: one.mergeId }}
      state={state}
      trigger={t('undo-merge')}
      title={t('undo-merge')}
      description={
        <p>
          {t('undo-merge-hint')} <Time value={one.undoUntil} />
        </p>
      }
      variant="quiet"
      size="small"
      reason={t('reason')}
      reasonMaximum={1000}
    />
  );
}

/** Names the other proposal and says why. */
export function MergeForm({ state, into }: { state: FormState | undefined; into: string }) {
  const t = useText(proposals);
  return (
    <ConfirmForm
      intent="merge"
      initial={{ into }}
      state={state}
      trigger={t('merge')}
      title={t('merge-title')}
      description={<p>{t('merge-hint')}</p>}
      confirm={t('merge')}
      variant="quiet"
    >
      <Field name="into" label={t('merge-into')} hint={t('merge-into-hint')} required>
        <TextInput />
      </Field>
      <Field name="reason" label={t('reason')} required>
        <TextArea rows={3} maximum={1000} />
      </Field>
    </ConfirmForm>
  );
}
