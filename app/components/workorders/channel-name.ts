import { hasKey } from '~/i18n/catalogue';
import { intake } from '~/i18n/intake';
import { useText } from '~/i18n/use-text';

/** How a matter reached the office, in words. */
export function useChannelName() {
  const t = useText(intake);
  return (channel: string | null) => {
    const key = `channel.${channel ?? ''}`;
    return hasKey(intake, key) ? t(key) : (channel ?? '');
  };
}
