export { follow, isFollowing, unfollow } from './follow.server';
export { inboxPage, markAllRead, recentMails, unreadCount } from './inbox.server';
export { notificationText } from './notification-text';
export { queueDigests } from './digest.server';
export { notify } from './notify.server';
export { unsubscribe } from './unsubscribe.server';
