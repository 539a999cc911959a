import { z } from 'zod';
import { withMigrated } from './open-migrated';
import { UsageError } from './usage-error';
import { grantAdministrator } from '~/domains/identity/index.server';
import { contextFor } from '~/http/server/services.server';
import type { Configuration } from '~/platform/configuration.server';
import { plainWidth } from '~/lib/texts/plain-width';

const schema = z.object({
  email: z.email('is not a mail address'),
  name: z.string().trim().min(1, 'is empty').max(40, 'is longer than 40 characters'),
  area: z
    .string()
    .transform(plainWidth)
    .pipe(z.string().regex(/^\d{4,15}$/, 'is not the id of an area, such as 421002')),
  password: z.string().min(10, 'needs at least 10 characters').nullable(),
});

/** Makes a person an administrator of an area, creating the account where there is none. */
export async function createAdministrator(
  configuration: Configuration,
  input: unknown,
  say: (line: string) => void,
): Promise<void> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) {
    throw new UsageError(
      parsed.error.issues.map((issue) => `--${issue.path.join('.')} ${issue.message}`).join('\n'),
    );
  }
  await withMigrated(configuration, (services) =>
    grantAdministrator(contextFor(services, { kind: 'system' }, 'zh-CN'), parsed.data),
  );
  say(`${parsed.data.email} is an administrator of ${parsed.data.area} and below.`);
}
