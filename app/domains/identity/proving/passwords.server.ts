import { DomainError } from '../../domain-error';
import { isListed } from '../rules/listed-password';
import { weaknessOf } from '../rules/weak-password';
import { whenUsed } from '~/lib/when-used';

/** Argon2id with OWASP's parameters of 2023: 19 MiB, two passes. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Some fifty thousand passwords from leaks, the commonest first. Read when a password is first set. */
const listed = whenUsed<typeof import('@zxcvbn-ts/language-common')>('@zxcvbn-ts/language-common');
let known: ReadonlySet<string> | undefined;
const leaked = (): ReadonlySet<string> => (known ??= new Set(listed().dictionary['passwords-common']));

/** Throws `invalid` at the field where the password is easily guessed; `personal` is what others know of the person. */
export function ensureStrong(password: string, personal: readonly string[], field = 'password'): void {
  const weakness = weaknessOf(password, personal) ?? (isListed(password, leaked()) ? 'common' : null);
  if (weakness !== null) throw new DomainError('invalid', { field, reason: `identity.password-${weakness}` });
}

export async function hashPassword(password: string): Promise<string> {
  const { hash } = await import('@node-rs/argon2');
  return hash(password, options);
}

/** A hash of nothing that anyone knows: verified where no account exists, so that both take the same time. */
const nobody =
  '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$Y2xvc2VkIGRvb3IgY2xvc2VkIGRvb3IgY2xvc2VkISE';

export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const { verify } = await import('@node-rs/argon2');
  const matches = await verify(passwordHash ?? nobody, password).catch(() => false);
  return passwordHash !== null && matches;
}
