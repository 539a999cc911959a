import { Button, ConfirmForm, Form, LinkButton, StatusBadge } from '~/components/ui';
import { paths } from '~/paths';
import { volunteerDesk } from '~/i18n/volunteer-desk';
import { volunteering } from '~/i18n/volunteering';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

export interface DraftActionsProps {
  opportunity: { id: string; state: string };
  state: FormState | undefined;
}

/** For organisers: change, copy, publish, keep as a template, delete; by the state that the activity is in. */
export function DraftActions({ opportunity, state }: DraftActionsProps) {
  const t = useText(volunteering);
  const d = useText(volunteerDesk);
  const step = (intent: string, words: string) => (
    <Form intent={intent} state={state}>
      <Button variant={intent === 'publish' ? 'primary' : 'secondary'}>{words}</Button>
    </Form>
  );
  const isDraft = opportunity.state === 'draft';
  const isTemplate = opportunity.state === 'template';
  return (
    <div className="form-actions organiser-actions">
      {isDraft && <StatusBadge tone="warning">{t('draft')}</StatusBadge>}
      {isTemplate && <StatusBadge>{t('template')}</StatusBadge>}
      {isDraft && step('publish', d('publish'))}
      {opportunity.state !== 'cancelled' && (
        <LinkButton variant="secondary" to={paths.editOpportunity(opportunity.id)}>
          {d('edit')}
        </LinkButton>
      )}
      {step('copy', d('copy'))}
      {isDraft && step('keep-as-template', d('keep-template'))}
      {isTemplate && step('keep-as-draft', d('keep-draft'))}
      {(isDraft || isTemplate) && (
        <ConfirmForm
          intent="discard"
          state={state}
          trigger={d('discard')}
          title={d('discard-title')}
          variant="quiet"
          danger
        />
      )}
    </div>
  );
}
