import { ConfirmForm } from '~/components/ui';
import { ballotWalk } from '~/i18n/ballot-walk';
import { useText } from '~/i18n/use-text';
import { ballotPaths } from '~/paths-ballots';

/** Throws away what was written of a ballot, once it is asked. */
export function DiscardDraft({ id, size }: { id: string; size?: 'small' }) {
  const t = useText(ballotWalk);
  return (
    <ConfirmForm
      action={ballotPaths.drafts}
      trigger={t('discard')}
      title={t('discard-title')}
      description={t('discard-description')}
      hidden={{ draft: id }}
      size={size}
      danger
    />
  );
}
