import type { AreaOffered, AreasFound } from './area-choices';

/** What was typed and what is wrong with it, field by field; `''` holds what concerns the whole form. */
export interface FormState {
  values: Record<string, string | string[]>;
  errors: Record<string, string[]>;
  /** The posting was not taken because nobody is signed in any more: the form offers to do so beside it. */
  signedOut?: true;
  /** By the name of a field for an area: the area that was chosen, and what was found for the words or step asked for. */
  areas?: Record<string, { chosen: AreaOffered | null; found: AreasFound | null }>;
}
