/** URLs of what stands beside the pages, for where there is no network: apart, so that no page carries them all. */
export const offlinePaths = {
  offline: '/offline',
  offlineInsteadOf: (path: string) => `/offline?from=${encodeURIComponent(path)}`,
  serviceWorker: '/service-worker.js',
  clientFiles: '/assets/',
  appIcons: '/app-icons',
  appIcon: (name: string, version: number) => `/app-icons/${name}.png?v=${version}`,
  unsentFeedback: '/feedback/unsent',
} as const;
