import type { RequestAttempts } from '../guards/attempts.server';
import type { Acted } from '../plain-forms/acted';
import type { Context } from '~/domains/context';
import type { SimilarMatters } from '~/domains/insights/similar/open-similar-matters.server';
import type { CategoryRow } from '~/domains/categories/index.server';
import type { Profile } from '~/domains/pages/index.server';
import type { Locale } from '~/i18n/locale';

export interface Preferences {
  locale: Locale;
  theme: 'light' | 'dark' | 'system';
  senior: boolean;
}

/** A form that was posted when nobody was signed in any more: where to, and what stood in it. */
export interface PostedForm {
  path: string;
  fields: [name: string, value: string][];
}

// A type and not an interface: only then may it stand where Remix wants an index signature.
/** What the server hands to each request's loaders and actions. */
export type GongzhiLoadContext = {
  context: Context;
  similar: SimilarMatters;
  preferences: Preferences;
  /** How the portal calls itself and looks. */
  profile: () => Promise<Profile>;
  /** What matters are about, in order. */
  categories: () => Promise<CategoryRow[]>;
  nonce: string;
  /** What the action has answered already, before Remix was asked; it is not run again. */
  acted: Acted | null;
  /** Where the portal's own scripts ask for what a page is made of: whether it is a file that they name. */
  asPageData: { isFile: boolean } | null;
  /** The session's token, for signing out and for choosing an organisation. */
  sessionToken: string | null;
  /** The message that the last act left for this page. */
  flash: string | null;
  /** Shown by the page of signing in alone. */
  posted?: PostedForm;
  /** What the cookie of preferences holds, to be written anew with what is chosen. */
  storedPreferences: unknown;
  /** What a visitor chose in a ballot before signing in; null where nothing waits. */
  pendingChoice: unknown;
  /** The limits on guessing and on mail, as they stand for where the request comes from. */
  attempts: RequestAttempts;
};

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
  interface AppLoadContext extends GongzhiLoadContext {
    readonly kind?: 'gongzhi';
  }
}
