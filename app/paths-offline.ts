/** URLs of what stands beside the pages, for where there is no network: apart, so that no page carries them all. */
export const offlinePaths = {
  offline: '/offline',
  offlineInsteadOf: (path: string) => `/offline?from=${encodeURIComponent(path)}`,
  serviceWorker: '/service-worker.js',
  clientFiles: '/assets/',
  unsentFeedback: '/feedback/unsent',
} as const;
