/** URLs of the portal among a device's apps: named by every page, and apart from what only some code asks for. */
export const installedPaths = {
  mark: '/favicon.svg',
  webManifest: '/manifest.webmanifest',
  appIcons: '/app-icons',
  appIcon: (name: string, version = 0) => `/app-icons/${name}.png?v=${version}`,
} as const;
