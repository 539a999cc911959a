/** URLs of what stands beside the pages, for where there is no network: apart, so that no page carries them all. */
export const offlinePaths = {
  offline: '/offline',
  offlineInsteadOf: (path: string) => `/offline?from=${encodeURIComponent(path)}`,
  serviceWorker: '/service-worker.js',
  webManifest: '/manifest.webmanifest',
  clientFiles: '/assets/',
  mark: '/favicon.svg',
  appIcons: '/app-icons',
  appIcon: (name: string, version = 0) => `/app-icons/${name}.png?v=${version}`,
  unsentFeedback: '/feedback/unsent',
} as const;
