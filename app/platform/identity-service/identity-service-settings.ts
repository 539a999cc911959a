import { z } from 'zod';
import { optionalText } from '../environment-fields';

/** The variables of an official service that compares names and numbers of identity. */
export const identityServiceVariables = {
  IDENTITY_SERVICE_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address like https://identity.example/compare' })
    .optional()
    .describe(
      'Official service that says whether a name and a number of identity belong together; without it the counter confirms them alone',
    ),
  IDENTITY_SERVICE_KEY: optionalText.describe('Key for that service, sent as a bearer token'),
  IDENTITY_SERVICE_NAME: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .default('官方身份服务')
    .describe('Name of that service, as people read it who were confirmed by it'),
};

interface IdentityServiceConfiguration {
  /** Empty where there is none. */
  url: string;
  key: string;
  name: string;
}

export const identityServiceConfiguration = (values: {
  IDENTITY_SERVICE_URL?: string | undefined;
  IDENTITY_SERVICE_KEY: string;
  IDENTITY_SERVICE_NAME: string;
}): IdentityServiceConfiguration => ({
  url: values.IDENTITY_SERVICE_URL ?? '',
  key: values.IDENTITY_SERVICE_KEY,
  name: values.IDENTITY_SERVICE_NAME,
});
