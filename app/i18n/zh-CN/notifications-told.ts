export const reasons = {
  'notifications.devices-full': '最多 10 台设备接收推送，请先停止一台。',
  'notifications.no-such-device': '这个推送地址不能用。请重新开启推送。',
};
