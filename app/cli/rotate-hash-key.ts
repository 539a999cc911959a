import { setTimeout as sleep } from 'node:timers/promises';
import { withMigrated } from './open-migrated';
import { UsageError } from './usage-error';
import { hashedColumns } from '~/domains/hashed-columns.server';
import { textIn } from '~/i18n/catalogue';
import { rotation as words } from '~/i18n/rotation';
import type { Configuration } from '~/platform/configuration.server';
import { RotationFault } from '~/platform/keys/rotate.server';
import { rotateHashing } from '~/platform/keys/rotate-hashing.server';
import type { HashRotationStep } from '~/platform/keys/rotate-hashing.server';

interface HashRotationCall {
  tidy: boolean;
  language: string;
}

interface RotationIo {
  say: (line: string) => void;
  /** Seconds pass. */
  pause?: (seconds: number) => Promise<void>;
}

/**
 * Changes the key by which rows are found, beside the running portal, and forgets older ones by which nothing is found
 * any more. Throws UsageError, in words, where its time is wrong.
 */
export async function rotateHashKey(
  configuration: Configuration,
  { tidy, language }: HashRotationCall,
  { say, pause = (seconds) => sleep(seconds * 1000) }: RotationIo,
): Promise<void> {
  const t = textIn(language.startsWith('zh') ? 'zh-CN' : 'en', words);
  const told = (step: HashRotationStep) =>
    say('table' in step ? t(`hash-${step.step}`, { ...step }) : t(`hash-${step.step}`));
  const { dataKey } = configuration;
  try {
    const { hashed, stay, gone } = await withMigrated(configuration, ({ database }) =>
      rotateHashing({ database, dataKey, columns: hashedColumns, pause, told }, { tidy }),
    );
    say(t('hash-done', { count: hashed }));
    if (gone > 0) say(t('hash-gone', { count: gone }));
    if (stay > 0) say(t('hash-stay', { count: stay }));
    say(t('hash-back-up'));
  } catch (error) {
    if (error instanceof RotationFault) throw new UsageError(t(error.kind));
    throw error;
  }
}
