import { fault, warning } from './finding';
import type { Finding } from './finding';
import { relyingPartyOf } from '~/domains/identity/passkeys/relying-party';
import type { Configuration } from '~/platform/configuration.server';

const isOwnMachine = (host: string) =>
  host === 'localhost' || host.endsWith('.localhost') || /^127\.|^\[::1\]$/.test(host);

function addressFaults({ publicUrl, hasPublicUrl }: Configuration): Finding[] {
  const { protocol, hostname, pathname } = new URL(publicUrl);
  if (!hasPublicUrl) return [warning('no-public-url', { url: publicUrl })];
  const isPlain = protocol !== 'https:' && !isOwnMachine(hostname);
  return [
    ...(isPlain ? [fault('no-tls', { url: publicUrl })] : []),
    ...(!isPlain && relyingPartyOf({ publicUrl }) === null ? [warning('bare-address')] : []),
    ...(pathname === '/' ? [] : [fault('path-in-url', { path: pathname })]),
  ];
}

function proxyFaults({ publicUrl, trustProxy, host }: Configuration): Finding[] {
  const listensToAll = host === '0.0.0.0' || host === '::';
  if (trustProxy > 0) return listensToAll ? [warning('open-proxy', { count: trustProxy, host })] : [];
  return publicUrl.startsWith('https:') ? [warning('no-proxy')] : [];
}

/** Names and numbers of documents go to the service: nobody on the way may read them. */
function identityFaults({ identityService: { url, key } }: Configuration): Finding[] {
  if (url === '') return [];
  const isPlain = new URL(url).protocol !== 'https:' && !isOwnMachine(new URL(url).hostname);
  return [
    ...(isPlain ? [fault('plain-identity-service')] : []),
    ...(key === '' ? [warning('no-identity-key')] : []),
  ];
}

/** What is wrong with the settings by themselves, as far as can be said without a look at anything else. */
export function settingFaults(configuration: Configuration, usesDemoSecret: readonly string[]): Finding[] {
  const example = configuration.mailFrom.includes('gongzhi.example');
  return [
    ...usesDemoSecret.map((name) => fault('demo-secret', { name })),
    ...(configuration.demoMode ? [fault('demo-mode')] : []),
    ...addressFaults(configuration),
    ...proxyFaults(configuration),
    ...identityFaults(configuration),
    ...(configuration.smtpUrl === '' ? [fault('no-mail')] : []),
    ...(configuration.smtpUrl !== '' && example
      ? [warning('mail-from', { from: configuration.mailFrom })]
      : []),
  ];
}
