import { ConfigurationError, demoDataKey, demoSecret } from './configuration.server';
import type { Configuration } from './configuration.server';

/** The names of the secrets that are still the demo's. */
export function demoSecretsIn({ sessionSecret, dataKey }: Configuration): string[] {
  return [
    ...(sessionSecret === demoSecret ? ['SESSION_SECRET'] : []),
    ...(dataKey === demoDataKey ? ['DATA_KEY'] : []),
  ];
}

/** Throws unless the portal may serve real people: own secrets, and no sign-in by one click. */
export function ensureProductionReady(configuration: Configuration): void {
  const faults: string[] = [];
  if (configuration.sessionSecret === demoSecret)
    faults.push('SESSION_SECRET: set a secret of your own, 32 characters or more');
  if (configuration.dataKey === demoDataKey)
    faults.push('DATA_KEY: set a key of your own, for example from `openssl rand -base64 32`');
  if (configuration.demoMode) faults.push('DEMO_MODE: must not be set in production');
  if (faults.length > 0) throw new ConfigurationError(`Not ready for production:\n  ${faults.join('\n  ')}`);
}
