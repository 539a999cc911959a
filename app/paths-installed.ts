/** URLs that every page names for a device that sets the portal among its apps: apart from what only some code asks for. */
export const installedPaths = {
  mark: '/favicon.svg',
  webManifest: '/manifest.webmanifest',
  touchIcon: '/app-icons/180.png',
} as const;
