import { hash, verify } from '@node-rs/argon2';

/** Argon2id with OWASP's parameters of 2023: 19 MiB, two passes. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, options);
}

/** A hash of nothing that anyone knows: verified where no account exists, so that both take the same time. */
const nobody =
  '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$Y2xvc2VkIGRvb3IgY2xvc2VkIGRvb3IgY2xvc2VkISE';

export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? nobody, password).catch(() => false);
  return passwordHash !== null && matches;
}
