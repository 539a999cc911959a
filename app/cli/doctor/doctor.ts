import { databaseFaults } from './check-database.server';
import { mailFaults } from './check-mail.server';
import { placeFaults } from './check-places.server';
import { settingFaults } from './check-settings';
import { textFaults } from './check-texts.server';
import { fault } from './finding';
import type { Finding } from './finding';
import { textIn } from '~/i18n/catalogue';
import { doctor as words } from '~/i18n/doctor';
import type { Locale } from '~/i18n/locale';
import { ConfigurationError, readConfiguration } from '~/platform/configuration.server';
import { demoSecretsIn } from '~/platform/production-ready.server';
import type { Configuration } from '~/platform/configuration.server';

type Environment = Record<string, string | undefined>;

function readSettings(environment: Environment): Configuration | Finding[] {
  try {
    return readConfiguration(environment);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    const [, ...lines] = error.message.split('\n');
    return lines.map((line) => fault('configuration', { detail: line.trim() }));
  }
}

/** Everything that is wrong with a set-up; looks, and changes nothing. */
export async function findings(environment: Environment, now: Date): Promise<Finding[]> {
  const configuration = readSettings(environment);
  if (Array.isArray(configuration)) return configuration;
  const found = await Promise.all([
    settingFaults(configuration, demoSecretsIn(configuration)),
    placeFaults(configuration),
    mailFaults(configuration.smtpUrl),
    textFaults(configuration.sms),
    databaseFaults(configuration, now),
  ]);
  return found.flat();
}

/** Prints what is wrong, faults first, in the language named. Answers the exit code: 1 where there is a fault. */
export async function doctor(
  environment: Environment,
  language: string,
  { say, now = new Date() }: { say: (line: string) => void; now?: Date },
): Promise<number> {
  const locale: Locale = language.startsWith('zh') ? 'zh-CN' : 'en';
  const t = textIn(locale, words);
  const found = await findings(environment, now);
  const faults = found.filter(({ weight }) => weight === 'fault');
  const warnings = found.filter(({ weight }) => weight === 'warning');
  for (const { weight, words: key, params } of [...faults, ...warnings])
    say(`${t(weight)}: ${t(key, params)}`);
  if (found.length === 0) say(t('fine'));
  else say(t('count', { count: faults.length, warnings: warnings.length }));
  return faults.length === 0 ? 0 : 1;
}
