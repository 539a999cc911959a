export { follow, isFollowing, unfollow } from './follow.server';
export { inboxPage, markAllRead, recentMails, unreadCount } from './inbox.server';
export { notificationText } from './notification-text';
export { mailDigest, queueDigests } from './digest.server';
export { notify } from './notify.server';
export { isWithheldMail } from './withheld-mail.server';
export { unsubscribe } from './unsubscribe.server';
