/** Names what the lines are made of, so that no page has to. */
export const offlineLines = () => import('./offline-lines');
