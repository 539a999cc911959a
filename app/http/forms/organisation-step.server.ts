import { contextOf } from '../actor.server';
import type { RouteArgs } from '../actor.server';
import { fieldsEndingIn, textOf as givenText } from './looking-fields';
import { lookForOrganisations } from '~/domains/organisations/index.server';
import { areaIdsIn } from '~/lib/geo/division-code';
import type { FormState } from '~/lib/form-state';
import { organisationParts as parts } from '~/lib/choices/organisation-choices';
import { cutText } from '~/lib/texts/cut-text';

const mostFields = 3;
const mostInScope = 50;
const mostKnown = 200;
const mostExcept = 20;
const longestId = 26;
const longestKind = 40;
const longestQuery = 60;

const textOf = (form: FormData, name: string) => givenText(form, name) ?? '';
const idsIn = (text: string): string[] => text.split(',').filter((id) => id !== '' && id.length <= longestId);

export interface OrganisationStep {
  /** For the form's state: what each field has shown, and what was found. */
  state: Pick<FormState, 'organisations'>;
  /** The form was sent to look for an organisation, not to be taken. */
  looks: boolean;
}

/**
 * What the fields for organisations in a posted form ask for; see `organisationParts`. Words that were typed and not looked
 * for yet are looked for by any button: whoever typed them has not chosen.
 */
export async function organisationStep(args: RouteArgs, form: FormData): Promise<OrganisationStep> {
  const fields = fieldsEndingIn(form, parts.words, mostFields);
  if (fields.length === 0) return { state: {}, looks: false };
  const ctx = contextOf(args);
  const asked: [string, NonNullable<FormState['organisations']>[string]][] = [];
  let looks = false;
  for (const name of fields) {
    const query = cutText(textOf(form, name + parts.words).trim(), longestQuery).trim();
    const chosen = form.getAll(name).flatMap((id) => (typeof id === 'string' ? idsIn(id) : []));
    const known = [...new Set([...chosen, ...idsIn(textOf(form, name + parts.known))])].slice(0, mostKnown);
    const bounds = {
      scope: areaIdsIn(textOf(form, name + parts.scope), mostInScope),
      kind: textOf(form, name + parts.kind).slice(0, longestKind),
      except: idsIn(textOf(form, name + parts.except)).slice(0, mostExcept),
    };
    looks ||= form.has(name + parts.look) || (query !== '' && query !== textOf(form, name + parts.looked));
    asked.push([name, await lookForOrganisations(ctx, { query, known, bounds })]);
  }
  return { state: { organisations: Object.fromEntries(asked) }, looks };
}
