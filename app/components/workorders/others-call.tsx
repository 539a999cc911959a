import { Notice } from '~/components/ui';
import { workbench } from '~/i18n/workbench';
import { useText } from '~/i18n/use-text';

interface OthersCallProps {
  othersCall: boolean;
  callersWaiting: number;
  handlingArea: { name: string };
}

/** Who asks the callers by phone, for those who work on the order and may not. */
export function OthersCall({ othersCall, callersWaiting, handlingArea }: OthersCallProps) {
  const t = useText(workbench);
  if (!othersCall) return null;
  return <Notice kind="info">{t('call-others', { count: callersWaiting, area: handlingArea.name })}</Notice>;
}
