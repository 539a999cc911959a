import { Checkbox } from '~/components/ui';
import { useFieldErrors } from '~/components/ui/forms/form-context';
import { ballots } from '~/i18n/ballots';
import { useText } from '~/i18n/use-text';

/** Asks whether an empty paper is meant: only once one has been sent, so that nobody ticks it for no reason. */
export function BlankPaper() {
  const t = useText(ballots);
  const asked = useFieldErrors('blank').length > 0;
  return asked ? <Checkbox name="blank" value="yes" label={t('blank-confirm')} /> : null;
}
