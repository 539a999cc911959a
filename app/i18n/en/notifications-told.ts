import type { Message } from '../catalogue';
import type { reasons as sourceReasons } from '../zh-CN/notifications-told';

export const reasons: Record<keyof typeof sourceReasons, Message> = {
  'notifications.devices-full': 'At most 10 devices get push messages. Stop one of them first.',
  'notifications.no-such-device': 'This push address cannot be used. Turn push on again.',
};
