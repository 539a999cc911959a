import { z } from 'zod';
import { grantAdministrator } from '~/domains/identity/index.server';
import { contextFor, openServices } from '~/http/services.server';
import type { Configuration } from '~/platform/configuration.server';

const schema = z.object({
  email: z.email(),
  name: z.string().trim().min(1).max(40),
  area: z.string().regex(/^\d{4,15}$/),
  password: z.string().min(10).nullable(),
});

/** Makes a person an administrator of an area, creating the account where there is none. */
export async function createAdministrator(
  configuration: Configuration,
  input: unknown,
  say: (line: string) => void,
): Promise<void> {
  const parsed = schema.safeParse(input);
  if (!parsed.success)
    throw new Error(
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'),
    );
  const services = await openServices(configuration);
  try {
    await grantAdministrator(contextFor(services, { kind: 'system' }, 'zh-CN'), parsed.data);
    say(`${parsed.data.email} is an administrator of ${parsed.data.area} and below.`);
  } finally {
    await services.database.close();
  }
}
