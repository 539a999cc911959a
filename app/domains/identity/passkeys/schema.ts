import { z } from 'zod';
import { parsedJson } from '~/lib/parsed-json';

const longestAnswer = 20_000;
const bytes = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[\w-]*$/);
const id = bytes(1_400).min(1);
const attachment = z.enum(['cross-platform', 'platform']).optional().catch(undefined);
/** What devices add unasked is not looked at. */
const extensions = z.unknown().transform(() => ({}));
const transports = z
  .array(z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']))
  .max(10)
  .optional()
  .catch(undefined);

const shared = {
  id,
  rawId: id,
  type: z.literal('public-key'),
  authenticatorAttachment: attachment,
  clientExtensionResults: extensions,
};

const newCredential = z.object({
  ...shared,
  response: z.object({ clientDataJSON: bytes(4_000), attestationObject: bytes(longestAnswer), transports }),
});

const usedCredential = z.object({
  ...shared,
  response: z.object({
    clientDataJSON: bytes(4_000),
    authenticatorData: bytes(4_000),
    signature: bytes(4_000),
    userHandle: bytes(100)
      .nullish()
      .transform((text) => text ?? undefined),
  }),
});

/** What a device makes, as the browser hands it on (RegistrationResponseJSON). */
export type NewCredential = z.output<typeof newCredential>;
/** What a device signs, as the browser hands it on (AuthenticationResponseJSON). */
export type UsedCredential = z.output<typeof usedCredential>;

/** A field of a form that scripts fill with what the device answered. */
const answer = z.string().max(longestAnswer).transform(parsedJson);
const passkeyName = z.string().trim().min(1).max(60);
const ownPassword = z.string().min(1).max(200);

export const addPasskeySchema = z.object({ credential: answer.pipe(newCredential), name: passkeyName });
export const usedPasskeySchema = z.object({
  credential: answer.pipe(usedCredential),
  next: z.string().optional(),
});
export const renamePasskeySchema = z.object({ id: z.string().max(40), name: passkeyName });
export const removePasskeySchema = z.object({ id: z.string().max(40), password: ownPassword });
export const confirmedSchema = z.object({ password: ownPassword });

const half = z.string().max(100).default('');
const onward = { next: z.string().optional(), posted: z.string().max(2_000_000).optional(), half };
export const secondPasskeySchema = z.object({ credential: answer.pipe(usedCredential), ...onward });
export const secondCodeSchema = z.object({ code: z.string().trim().min(1).max(60), ...onward });

/** What scripts ask for before they turn to the device. */
export const askPasskeySchema = z.discriminatedUnion('purpose', [
  z.object({ purpose: z.literal('sign-in') }),
  z.object({ purpose: z.literal('second-factor'), half }),
  z.object({ purpose: z.literal('add'), password: ownPassword }),
  z.object({ purpose: z.literal('sign-agreement'), agreementId: z.string().max(26) }),
]);

export const counterCodeSchema = z.object({
  email: z
    .email()
    .max(254)
    .transform((text) => text.toLowerCase()),
  seen: z.string().trim().min(2).max(200),
});
