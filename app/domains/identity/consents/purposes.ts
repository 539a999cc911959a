/**
 * For what the portal asks a consent of its own (PIPL 14, 23, 29), each with the version of its words: what the words
 * say in another way is asked for anew. What an account cannot do without (address, name, password) needs none (PIPL 13,
 * no. 2); the page of registering says what it is.
 */
export const purposes = {
  /** Address and year of birth, to confirm where somebody lives and may vote. */
  residence: { version: 1 },
  /** Name and number of a document, so that nobody has two accounts (PIPL 28, 29). */
  'real-name': { version: 1 },
  /** Mails about what the person follows or is concerned by; those about the account itself are part of it. */
  mails: { version: 1 },
  /** What somebody needs, health and phone among it, so that neighbours and the community look in (PIPL 28, 29). */
  care: { version: 1 },
} as const;

export type Purpose = keyof typeof purposes;

export const purposeNames = Object.keys(purposes) as Purpose[];

export function isPurpose(name: string): name is Purpose {
  return Object.hasOwn(purposes, name);
}

/** The purposes that stand in a list with commas; what is none is left out. */
export function purposesIn(list: string): Purpose[] {
  return [...new Set(list.split(','))].filter(isPurpose);
}
