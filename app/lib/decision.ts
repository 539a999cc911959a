/**
 * The answer of a policy: allowed, or not and why. `reason` is a key of the `reasons` catalogue; what a page
 * shows is in `words`, put in for its reader on the server, so that no page loads the catalogue.
 */
export type Decision = { allowed: true } | { allowed: false; reason: string; words?: string };

export const allow: Decision = { allowed: true };

export function deny(reason: string): Decision {
  return { allowed: false, reason };
}
