import { isOneOf } from '~/lib/known-words';

/** The pages that every portal has: the law or a reader asks for them. Each has a text that the software brings. */
export const knownPages = ['help', 'privacy', 'terms', 'imprint', 'accessibility'] as const;
export type KnownPage = (typeof knownPages)[number];

/** What a portal writes itself before it opens: nobody else can say who runs it and what it promises. */
export const ownTexts = ['privacy', 'terms', 'imprint'] as const satisfies readonly KnownPage[];

export function isKnownPage(id: string): id is KnownPage {
  return isOneOf(knownPages, id);
}
