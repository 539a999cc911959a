export {
  copyFollowers,
  countFollowers,
  follow,
  followersAmong,
  followersOf,
  followTogether,
  isFollowing,
  unfollow,
  unfollowTogether,
} from './follow.server';
export { forgetNotices } from './forget-notices.server';
export { takeOutName, takeOutWords } from './held.server';
export { inboxPage, markRead, markReadSchema, recentMails, unreadCount } from './inbox.server';
export { chooseWays, ownWays, waysSchema } from './ways/choose-ways.server';
export {
  addDevice,
  deviceSchema,
  endpointText,
  forgetDevices,
  ownDevices,
  removeDevice,
} from './push/devices.server';
export { deviceName } from './push/device-name';
export { vapidPair } from './push/vapid.server';
export { notify } from './notify.server';
export { isWithheldMail } from './withheld-mail.server';
export { unsubscribe } from './unsubscribe.server';
