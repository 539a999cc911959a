import { createHash } from 'node:crypto';
import { z } from 'zod';
import { bucketOf } from './files/bucket';
import { optionalText, wholeNumber } from './environment-fields';
import type { LogWitness } from './environment-fields';
import { logVariables } from './log-settings';
import { mailVariables } from './mail/mail-settings';
import {
  identityServiceConfiguration,
  identityServiceVariables,
} from './identity-service/identity-service-settings';
import { smsConfiguration, smsVariables } from './sms/sms-settings';
import type { SmsConfiguration } from './sms/sms-settings';
import { coordinateSystems, wgs84 } from '~/lib/geo/coordinate-systems';
import type { CoordinateSystem } from '~/lib/geo/coordinate-systems';

export const demoSecret = 'gongzhi demo secret, known to everyone';
export const demoDataKey = createHash('sha256').update(demoSecret).digest('base64');

const flag = z
  .enum(['true', 'false', '1', '0'], { error: 'must be true or false' })
  .transform((text) => text === 'true' || text === '1');
/** Every variable that the portal reads: its form, its default, and what it is for. */
export const environmentSchema = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^(file:|postgres(ql)?:\/\/)/, 'must begin with file: or postgresql://')
    .default('file:./data/gongzhi.sqlite')
    .describe('Database: file:… for SQLite, postgresql://… for PostgreSQL'),
  DATABASE_DIRECT_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://')
    .optional()
    .describe(
      'The same PostgreSQL database past a pooler of transactions (PgBouncer), for what needs a session: listening, migrations, VACUUM; without it DATABASE_URL',
    ),
  HOST: z.string().default('127.0.0.1').describe('Address to listen on'),
  PORT: wholeNumber(0, 65_535).default(3000).describe('Port to listen on'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address like https://gongzhi.example' })
    .optional()
    .describe('Address under which people reach the portal; without it http://HOST:PORT'),
  SESSION_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters')
    .default(demoSecret)
    .describe('Signs links and short-lived cookies'),
  DATA_KEY: z
    .string()
    .refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes in base64')
    .default(demoDataKey)
    .describe('Opens the keys that seal private fields (AES-256-GCM)'),
  ...mailVariables,
  ...smsVariables,
  ...identityServiceVariables,
  TIME_ZONE: z
    .string()
    .refine(
      (zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC',
      'must name a time zone',
    )
    .default('Asia/Shanghai')
    .describe('Time zone of the portal'),
  WORKING_HOURS: z
    .string()
    .regex(
      /^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-4]):[0-5]\d(,([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-4]):[0-5]\d)*$/,
      'must be spans like 09:00-12:00,13:30-17:30',
    )
    .refine((text) => {
      const times = text.split(/[-,]/);
      return (
        times.every((time, index) => index === 0 || time >= (times[index - 1] ?? '')) &&
        !/24:[^0]|24:0[^0]/.test(text)
      );
    }, 'must be spans one after the other')
    .default('09:00-12:00,13:30-17:30')
    .describe('Working hours of a working day, by which deadlines are counted'),
  FILES_DIRECTORY: z.string().default('./data/files').describe('Where uploaded pictures are kept'),
  FILES_S3: optionalText
    .refine(
      (text) => text === '' || bucketOf(text) !== null,
      'must be like https://KEY:SECRET@host/BUCKET?region=REGION',
    )
    .describe(
      'Bucket of an S3-compatible store for uploaded pictures, https://KEY:SECRET@host/BUCKET?region=REGION; without it FILES_DIRECTORY',
    ),
  BALLOT_KEYS_DIRECTORY: z
    .string()
    .default('./data/ballot-keys')
    .describe('Where the secrets of open ballots are kept; shared by all processes, never in a backup'),
  ...logVariables,
  DOCUMENT_FONT: optionalText.describe(
    'Font file of sealed documents, with every character of your place names; without it Noto Sans CJK where the system keeps it (Debian: fonts-noto-cjk)',
  ),
  TIME_STAMP_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address like https://tsa.example/tsr' })
    .optional()
    .describe(
      'Time-stamp server (RFC 3161) for signatures in documents; without it they carry the portal’s time',
    ),
  ICP_NUMBER: optionalText.describe('ICP 备案 number in the footer'),
  POLICE_RECORD_NUMBER: optionalText.describe('公安联网备案 number in the footer'),
  HOTLINE: z
    .string()
    .trim()
    .regex(/^\+?\d[\d-]{1,18}\d$/, 'must be a telephone number like 12345 or 0716-12345')
    .default('12345')
    .describe('Telephone of the city’s hotline, to which people quote the number of their feedback'),
  DEMO_MODE: flag.default(false).describe('Demo community with sign-in by one click; never in production'),
  TRUST_PROXY: wholeNumber(0, 10).default(0).describe('Number of trusted proxies in front'),
  ENDORSEMENT_THRESHOLD: wholeNumber(1, 1_000_000)
    .default(20)
    .describe('Endorsements after which a proposal is reviewed'),
  MAP_TILES_URL: z
    .url({ error: 'must be an address like https://tiles.example/{z}/{x}/{y}.png' })
    .optional()
    .describe('Map tiles, https://host/{z}/{x}/{y}.png; without it maps are drawn without a background'),
  MAP_TILES_ATTRIBUTION: optionalText.describe(
    'Whose tiles they are, shown on each map; an address at its end becomes the link: © OpenStreetMap https://…',
  ),
  MAP_TILES_COORDINATES: z
    .enum(coordinateSystems, { error: `must be one of ${coordinateSystems.join(', ')}` })
    .default(wgs84)
    .describe('In what the tiles are drawn: wgs-84, gcj-02 (services in China) or bd-09'),
  PRIVATE_BRIDGES: flag
    .default(false)
    .describe('true lets webhooks, Open311 connections and push reach addresses of the own network'),
  DATA_LICENCE: z.string().default('CC BY 4.0').describe('Licence of the open data, by its name'),
  DATA_LICENCE_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address like https://licence.example/' })
    .default('https://creativecommons.org/licenses/by/4.0/')
    .describe('Where that licence is read'),
  DATA_PUBLISHER: optionalText.describe(
    'Who publishes the open data; without it the names of the topmost areas',
  ),
  RATE_LIMITS: flag.default(true).describe('false switches the rate limits off (tests, benchmarks)'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], {
      error: 'must be debug, info, warn, error or silent',
    })
    .default('info')
    .describe('How much is logged'),
});

export interface Configuration {
  databaseUrl: string;
  /** The same database by connections that are sessions. */
  databaseDirectUrl: string;
  host: string;
  port: number;
  publicUrl: string;
  /** PUBLIC_URL is set: no other host is the portal's. */
  hasPublicUrl: boolean;
  sessionSecret: string;
  dataKey: string;
  smtpUrl: string;
  mailFrom: string;
  /** Who holds an office needs a second step to sign in by a password. */
  officeSecondStep: boolean;
  sms: SmsConfiguration;
  identityService: ReturnType<typeof identityServiceConfiguration>;
  timeZone: string;
  workingHours: string;
  filesDirectory: string;
  /** Of an S3-compatible store; empty where files are kept in the directory. */
  filesS3: string;
  ballotKeysDirectory: string;
  logKeyDirectory: string;
  /** Who is asked to cosign the heads of the public log. */
  logWitnesses: readonly LogWitness[];
  /** Empty where it is looked for in the usual places. */
  documentFont: string;
  /** Empty where there is none. */
  timeStampUrl: string;
  icpNumber: string;
  policeRecordNumber: string;
  /** A telephone number as it is read and dialled. */
  hotline: string;
  demoMode: boolean;
  trustProxy: number;
  endorsementThreshold: number;
  /** Template of the map's tiles; empty where there is none. */
  mapTilesUrl: string;
  mapTilesAttribution: string;
  mapTilesCoordinates: CoordinateSystem;
  /** Webhooks and other bridges may reach private addresses. */
  privateBridges: boolean;
  /** Of the open data. */
  licence: { name: string; url: string };
  /** Of the open data; empty where it goes by the names of the topmost areas. */
  publisher: string;
  rateLimits: boolean;
  logLevel: string;
}

/** A value that the portal cannot run with; the message names each variable. */
export class ConfigurationError extends Error {}

/**
 * The host as a reader of an address writes it: an address of every interface is none to visit, and the own machine goes
 * by its name, since browsers use no passkeys at bare addresses.
 */
function host(address: string): string {
  if (['0.0.0.0', '::', '127.0.0.1', '::1'].includes(address)) return 'localhost';
  return address.includes(':') ? `[${address}]` : address;
}

const ofMap = (values: z.infer<typeof environmentSchema>) => ({
  mapTilesUrl: values.MAP_TILES_URL ?? '',
  mapTilesAttribution: values.MAP_TILES_ATTRIBUTION,
  mapTilesCoordinates: values.MAP_TILES_COORDINATES,
});

const ofOpenData = ({ DATA_LICENCE: name, ...values }: z.infer<typeof environmentSchema>) => ({
  ...{ licence: { name, url: values.DATA_LICENCE_URL }, publisher: values.DATA_PUBLISHER },
});

const ofMessages = (values: z.infer<typeof environmentSchema>) => ({
  ...{ smtpUrl: values.SMTP_URL, mailFrom: values.MAIL_FROM },
  officeSecondStep: values.OFFICE_SECOND_STEP === 'mail' && values.SMTP_URL !== '',
  sms: smsConfiguration(values),
  identityService: identityServiceConfiguration(values),
});

/** Reads the environment once. Throws ConfigurationError with a line for each bad variable. */
export function readConfiguration(environment: Record<string, string | undefined>): Configuration {
  // A variable that is set to nothing is one that is not set.
  const given = Object.fromEntries(Object.entries(environment).filter(([, text]) => text?.trim()));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigurationError(`The configuration is wrong:\n  ${lines.join('\n  ')}`);
  }
  const values = parsed.data;
  return {
    databaseUrl: values.DATABASE_URL,
    databaseDirectUrl: values.DATABASE_DIRECT_URL ?? values.DATABASE_URL,
    host: values.HOST,
    port: values.PORT,
    publicUrl: (values.PUBLIC_URL ?? `http://${host(values.HOST)}:${values.PORT}`).replace(/\/+$/, ''),
    hasPublicUrl: values.PUBLIC_URL !== undefined,
    sessionSecret: values.SESSION_SECRET,
    dataKey: values.DATA_KEY,
    ...ofMessages(values),
    timeZone: values.TIME_ZONE,
    workingHours: values.WORKING_HOURS,
    filesDirectory: values.FILES_DIRECTORY,
    filesS3: values.FILES_S3,
    ballotKeysDirectory: values.BALLOT_KEYS_DIRECTORY,
    logKeyDirectory: values.LOG_KEY_DIRECTORY,
    logWitnesses: values.LOG_WITNESSES,
    documentFont: values.DOCUMENT_FONT,
    timeStampUrl: values.TIME_STAMP_URL ?? '',
    icpNumber: values.ICP_NUMBER,
    policeRecordNumber: values.POLICE_RECORD_NUMBER,
    hotline: values.HOTLINE,
    demoMode: values.DEMO_MODE,
    trustProxy: values.TRUST_PROXY,
    endorsementThreshold: values.ENDORSEMENT_THRESHOLD,
    ...ofMap(values),
    privateBridges: values.PRIVATE_BRIDGES,
    ...ofOpenData(values),
    rateLimits: values.RATE_LIMITS,
    logLevel: values.LOG_LEVEL,
  };
}

export interface VariableDescription {
  name: string;
  purpose: string;
  /** As text; empty where there is none. */
  default: string;
}

/** Every variable with its purpose and default, for the table of the README. */
export function describeConfiguration(): VariableDescription[] {
  return Object.entries(environmentSchema.shape).map(([name, schema]) => {
    const alone = schema.safeParse(undefined);
    const known = name === 'SESSION_SECRET' || name === 'DATA_KEY' ? 'demo only' : alone.data;
    return { name, purpose: schema.description ?? '', default: known === undefined ? '' : String(known) };
  });
}
