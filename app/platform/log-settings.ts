import { z } from 'zod';
import { optionalText, readWitnesses } from './environment-fields';

/** The variables of the public log. */
export const logVariables = {
  LOG_KEY_DIRECTORY: z
    .string()
    .default('./data/log-key')
    .describe('Where the key of the public log is kept; shared by all processes, backed up apart and sealed'),
  LOG_WITNESSES: optionalText
    .transform(readWitnesses)
    .refine((witnesses) => witnesses !== null, 'must be like NAME+ID+KEY https://witness.example/, …')
    .transform((witnesses) => witnesses ?? [])
    .describe(
      'Witnesses of the public log (C2SP tlog-witness): key and address of each, parted by commas; their cosignatures stand under its head',
    ),
};
