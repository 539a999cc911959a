import { setTimeout as sleep } from 'node:timers/promises';
import { readGivenKey } from './given-file';
import { withMigrated } from './open-migrated';
import { UsageError } from './usage-error';
import { sealedColumns } from '~/domains/sealed-columns';
import { textIn } from '~/i18n/catalogue';
import type { Locale } from '~/i18n/locale';
import { rotation as words } from '~/i18n/rotation';
import { demoDataKey } from '~/platform/configuration.server';
import type { Configuration } from '~/platform/configuration.server';
import type { Database } from '~/platform/db/database.server';
import { beginRotation, finishRotation, RotationFault } from '~/platform/keys/rotate.server';
import type { RotationPorts, RotationStep } from '~/platform/keys/rotate.server';

export interface RotationCall {
  keyFile?: string | undefined;
  finish: boolean;
  language: string;
}

interface RotationIo {
  say: (line: string) => void;
  /** Seconds pass. */
  pause?: (seconds: number) => Promise<void>;
}

const inLocale = (locale: Locale) => textIn(locale, words);
type Words = ReturnType<typeof inLocale>;

async function begin(ports: RotationPorts, file: string, { t, say }: { t: Words; say: RotationIo['say'] }) {
  const dataKey = readGivenKey(file).toString('base64');
  if (dataKey === demoDataKey) throw new UsageError(t('demo'));
  await beginRotation(ports, dataKey);
  for (const line of ['begun', 'next-environment', 'next-finish', 'next-keep'] as const) say(t(line));
}

async function finish(ports: RotationPorts, { t, say }: { t: Words; say: RotationIo['say'] }) {
  const { resealed, unopened } = await finishRotation(ports);
  if (unopened > 0) say(t('unopened', { count: unopened }));
  say(t('done', { count: resealed }));
  say(t('back-up-now'));
}

const told =
  ({ t, say }: { t: Words; say: RotationIo['say'] }) =>
  (step: RotationStep) =>
    say(step.step === 'table' ? t('table', { ...step }) : t(step.step));

/**
 * Changes DATA_KEY beside the running portal, in two calls: the first has both open it, the second, when every process
 * was started anew, seals everything by a new key. Throws UsageError, in words, where the call or its time is wrong.
 */
export async function rotateDataKey(
  configuration: Configuration,
  call: RotationCall,
  { say, pause = (seconds) => sleep(seconds * 1000) }: RotationIo,
): Promise<void> {
  const t = inLocale(call.language.startsWith('zh') ? 'zh-CN' : 'en');
  const { keyFile } = call;
  if ((keyFile === undefined) !== call.finish) throw new UsageError(t('which-step'));
  const io = { t, say };
  const { dataKey } = configuration;
  const portsOf = (database: Database) => ({
    ...{ database, dataKey, tables: sealedColumns, pause, told: told(io) },
  });
  try {
    await withMigrated(configuration, ({ database }) =>
      keyFile === undefined ? finish(portsOf(database), io) : begin(portsOf(database), keyFile, io),
    );
  } catch (error) {
    if (error instanceof RotationFault) throw new UsageError(t(error.kind));
    throw error;
  }
}
