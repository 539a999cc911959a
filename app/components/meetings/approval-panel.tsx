import { Section } from '~/components/ui';
import { VerdictForm } from './own-seat';
import { meetings } from '~/i18n/meetings';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

interface ApprovalPanelProps {
  approval: { approved: number; present: number };
  /** The reader's own seats that were taken. */
  own: readonly Parameters<typeof VerdictForm>[0]['seat'][];
  days: number;
  state: FormState | undefined;
}

/** How far the minutes are approved, by which rule, and the reader's own verdict. */
export function ApprovalPanel({ approval, own, days, state }: ApprovalPanelProps) {
  const t = useText(meetings);
  return (
    <>
      <Section title={t('approval')} id="approval">
        <p>{t('approval-rule', { days })}</p>
        <p>{t('approval-count', { approved: approval.approved, present: approval.present })}</p>
      </Section>
      {own.map((seat) => (
        <VerdictForm key={seat.id} {...{ seat, state }} />
      ))}
    </>
  );
}
