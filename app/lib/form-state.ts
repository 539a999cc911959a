import type { AreaOffered, AreasFound } from './choices/area-choices';
import type { OrganisationsLooked } from './choices/organisation-choices';

export type FieldValues = Record<string, string | string[]>;

// A type and not an interface: it is sent to browsers as plain data.
/** What somebody else, or another window, has saved since a form was filled. */
export type SavedMeanwhile = {
  values: FieldValues;
  /** Sent with the next posting: saving again then puts what was typed in its place, knowingly. */
  revision: string;
};

/** What was typed and what is wrong with it, field by field; `''` holds what concerns the whole form. */
export interface FormState {
  values: FieldValues;
  errors: Record<string, string[]>;
  /** The posting was not taken because nobody is signed in any more: the form offers to do so beside it. */
  signedOut?: true;
  /** The posting was not taken because something else is saved now than what the form was filled with. */
  saved?: SavedMeanwhile;
  /** By the name of a field for an area: the area that was chosen, and what was found for the words or step asked for. */
  areas?: Record<string, { chosen: AreaOffered | null; found: AreasFound | null }>;
  /** By the name of a field for organisations: what the form has shown, and what was found for the words typed. */
  organisations?: Record<string, OrganisationsLooked>;
}
