import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { ReadContext } from '../../context';
import { DomainError } from '../../domain-error';
import type { Quota } from '../rules/council';
import { featuresOf } from '../rules/parse-quotas';

const statedSchema = z.object({
  values: z.array(z.string()),
  salt: z.string(),
  /** Pseudonym of the household among those on the first list; null before it, and for who shares it with nobody. */
  household: z.string().nullable(),
});
/** What a volunteer stated, and what binds the portal to it. */
export type Stated = z.output<typeof statedSchema>;

export const openStated = (ctx: ReadContext, sealed: string): Stated =>
  statedSchema.parse(JSON.parse(ctx.keys.open(sealed)));

export const sealStated = (ctx: ReadContext, stated: Stated): string => ctx.keys.seal(JSON.stringify(stated));

/** The name of the field for the feature at a place. */
const featureField = (place: number): string => `feature-${place}`;

/** The values of the features as a form sent them. Throws `invalid` at the field of the first that is not there. */
export function statedIn(form: Readonly<Record<string, string>>, quotas: readonly Quota[]): Stated {
  const values = featuresOf(quotas).map((feature, place) => {
    const value = form[featureField(place)] ?? '';
    if (quotas.some((quota) => quota.feature === feature && quota.value === value)) return value;
    throw new DomainError('invalid', {
      field: featureField(place),
      reason: 'councils.value-missing',
      params: { feature },
    });
  });
  return { values, salt: randomBytes(16).toString('hex'), household: null };
}
