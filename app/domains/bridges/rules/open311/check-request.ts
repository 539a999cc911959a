import { z } from 'zod';
import { openFeedbackKinds } from '../../../feedback/schema';
import type { PostedForm } from './posted-form';
import { attributesOf } from './services';
import type { ServiceAttribute } from './services';
import { readDate } from './w3c-dates';

/** What is wrong with a call: its status, and a key of the catalogue `open311` with what the words need. */
export interface CallFault {
  status: 400 | 403 | 404 | 413;
  key: string;
  params?: Record<string, string | number>;
}

export const longestDescription = 4000;

export interface CheckedRequest {
  category: string;
  description: string;
  kind: (typeof openFeedbackKinds)[number];
  affected: string[];
  immediateDanger: boolean;
  externalId: string | null;
  latitude: number | null;
  longitude: number | null;
  /** An address in words, and the id of an area, where they were given. */
  addressText: string;
  addressId: string | null;
  reporter: Record<string, string>;
  media: string[];
}

const reporterFields = ['first_name', 'last_name', 'email', 'phone', 'account_id', 'device_id'];
const longestField = 200;

function oneValueFaults(attribute: ServiceAttribute, value: string): boolean {
  switch (attribute.datatype) {
    case 'number':
      return !Number.isFinite(Number(value));
    case 'datetime':
      return readDate(value) === null;
    case 'singlevaluelist':
    case 'multivaluelist':
      return attribute.values?.includes(value) !== true;
    default:
      return value.length > longestDescription;
  }
}

function attributeFaults(category: string, given: PostedForm['attributes']): CallFault[] {
  return attributesOf(category).flatMap((attribute): CallFault[] => {
    const values = given[attribute.code] ?? [];
    const name = `attribute[${attribute.code}]`;
    if (values.length === 0)
      return attribute.required ? [{ status: 400, key: 'fault.missing', params: { name } }] : [];
    const tooMany = values.length > 1 && attribute.datatype !== 'multivaluelist';
    const wrong = values.some((value) => oneValueFaults(attribute, value));
    return tooMany || wrong ? [{ status: 400, key: 'fault.not-a-value', params: { name } }] : [];
  });
}

const coordinate = (most: number) =>
  z
    .string()
    .regex(/^[+-]?\d{1,3}(\.\d+)?$/)
    .transform(Number)
    .refine((degrees) => Math.abs(degrees) <= most);

interface Place {
  latitude: number | null;
  longitude: number | null;
  faults: CallFault[];
}

/** `lat` and `long` together, or an address: one of them must be there. */
function placeOf({ lat, long, address_string, address_id }: Record<string, string>): Place {
  const nowhere = { latitude: null, longitude: null };
  if (lat === undefined && long === undefined) {
    const known = address_string !== undefined || address_id !== undefined;
    return { ...nowhere, faults: known ? [] : [{ status: 400, key: 'fault.no-place' }] };
  }
  const [latitude, longitude] = [coordinate(90).safeParse(lat), coordinate(180).safeParse(long)];
  const faults = [...(latitude.success ? [] : ['lat']), ...(longitude.success ? [] : ['long'])].map(
    (name): CallFault => ({
      status: 400,
      key: (name === 'lat' ? lat : long) === undefined ? 'fault.missing' : 'fault.not-a-value',
      params: { name },
    }),
  );
  return {
    latitude: latitude.success ? latitude.data : null,
    longitude: longitude.success ? longitude.data : null,
    faults,
  };
}

function mediaFaults(media: readonly string[]): CallFault[] {
  const fine = (text: string) => text.length <= 2000 && /^https?:\/\//i.test(text) && URL.canParse(text);
  return media.every(fine) ? [] : [{ status: 400, key: 'fault.not-a-value', params: { name: 'media_url' } }];
}

function textFaults(fields: Record<string, string>): CallFault[] {
  const faults: CallFault[] = [];
  const { description = '' } = fields;
  if (description === '') faults.push({ status: 400, key: 'fault.missing', params: { name: 'description' } });
  if ([...description].length > longestDescription)
    faults.push({
      status: 400,
      key: 'fault.too-long',
      params: { name: 'description', maximum: longestDescription },
    });
  for (const name of [...reporterFields, 'address_string', 'address_id'])
    if ([...(fields[name] ?? '')].length > longestField)
      faults.push({ status: 400, key: 'fault.too-long', params: { name, maximum: longestField } });
  return faults;
}

/**
 * Checks a posted request against the specification and its service's definition; every fault at once. `services`: the
 * codes under which something can be asked.
 */
export function checkRequest(
  posted: PostedForm,
  services: readonly string[],
): { ok: true; request: CheckedRequest } | { ok: false; faults: CallFault[] } {
  const { fields, attributes, media } = posted;
  const category = services.find((code) => code === fields.service_code);
  const place = placeOf(fields);
  const faults: CallFault[] = [];
  if (fields.service_code === undefined)
    faults.push({ status: 400, key: 'fault.missing', params: { name: 'service_code' } });
  else if (!category)
    faults.push({ status: 404, key: 'fault.no-service', params: { code: fields.service_code } });
  faults.push(...textFaults(fields), ...place.faults, ...mediaFaults(media));
  if (category) faults.push(...attributeFaults(category, attributes));
  if (!category || faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    request: {
      category,
      description: fields.description ?? '',
      kind: openFeedbackKinds.find((kind) => kind === attributes.kind?.[0]) ?? 'complaint',
      affected: attributes.affected ?? [],
      immediateDanger: attributes.immediate_danger?.[0] === 'yes',
      externalId: attributes.fixmystreet_id?.[0] ?? null,
      latitude: place.latitude,
      longitude: place.longitude,
      addressText: fields.address_string ?? attributes.closest_address?.[0] ?? '',
      addressId: fields.address_id ?? null,
      reporter: Object.fromEntries(
        reporterFields.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])),
      ),
      media,
    },
  };
}
