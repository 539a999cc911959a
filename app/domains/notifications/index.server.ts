export { follow, isFollowing, unfollow } from './follow.server';
export { inboxPage, markAllRead, recentMails, unreadCount } from './inbox.server';
export { notify } from './notify.server';
export { unsubscribe } from './unsubscribe.server';
