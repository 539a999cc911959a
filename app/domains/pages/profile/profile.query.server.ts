import type { ReadContext } from '../../context';
import { ensure } from '../../domain-error';
import { displayNames, portalTops } from '../../identity/index.server';
import { mayPublishPages } from '../policy';
import { themeStyle } from '../rules/theme';
import type { Database } from '~/platform/db/database.server';
import { textIn } from '~/i18n/catalogue';
import { common } from '~/i18n/common';
import type { Locale } from '~/i18n/locale';

/** There is one row. */
export const profileId = 'portal';

const mostChanges = 100;

/** What the portal says of itself; all of it empty where nobody has said anything. */
export interface ProfileFields {
  nameChinese: string;
  nameEnglish: string;
  sloganChinese: string;
  sloganEnglish: string;
  phone: string;
  mailAddress: string;
  address: string;
  hours: string;
  colourLight: string;
  colourDark: string;
}

const noFields: ProfileFields = {
  ...{ nameChinese: '', nameEnglish: '', sloganChinese: '', sloganEnglish: '' },
  ...{ phone: '', mailAddress: '', address: '', hours: '', colourLight: '', colourDark: '' },
};

export interface Logo {
  id: string;
  width: number;
  height: number;
}

export interface Profile {
  version: number;
  fields: ProfileFields;
  logo: Logo | null;
}

/** The profile as it stands; version 0 where there is none. */
export async function readProfile({ read }: Pick<Database, 'read'>): Promise<Profile> {
  const row = await read.portalProfile.findUnique({ where: { id: profileId }, omit: { id: true } });
  if (!row) return { version: 0, fields: noFields, logo: null };
  const { version, logoId, logoWidth, logoHeight, ...fields } = row;
  const logo = logoId === null ? null : { id: logoId, width: logoWidth ?? 0, height: logoHeight ?? 0 };
  return { version, fields, logo };
}

/** The profile as a reader of the language is shown it at the head and foot of each page; empty where nothing is said. */
export interface ShownProfile {
  name: string;
  slogan: string;
  phone: string;
  mailAddress: string;
  address: string;
  hours: string;
  logo: Logo | null;
  /** The main colour, of the light scheme. */
  colour: string;
  /** Rules of a style sheet. */
  style: string;
}

/** As `--color-primary` in `styles/tokens.css`. */
const usualColour = '#0d5658';

export function shownProfile({ fields, logo }: Profile, locale: Locale): ShownProfile {
  const { nameChinese, nameEnglish, sloganChinese, sloganEnglish, phone, mailAddress, address, hours } =
    fields;
  const english = locale === 'en' && nameEnglish !== '';
  return {
    ...{ phone, mailAddress, address, hours, logo },
    name: english ? nameEnglish : nameChinese,
    slogan: english ? sloganEnglish : sloganChinese,
    colour: fields.colourLight || usualColour,
    style: themeStyle({ light: fields.colourLight, dark: fields.colourDark }),
  };
}

/** What a reader of the language calls the portal; where nobody has named it, as the software is called. */
export const nameOfPortal = (profile: Profile, locale: Locale): string =>
  shownProfile(profile, locale).name || textIn(locale, common)('site.name');

/** The same as it stands in the database now. */
export const portalName = async ({ database }: Pick<ReadContext, 'database'>, locale: Locale) =>
  nameOfPortal(await readProfile(database), locale);

/** The page on which the profile is kept, with every change of it. */
export async function profileDesk(ctx: ReadContext) {
  ensure(mayPublishPages(ctx.actor, await portalTops(ctx)));
  const profile = await readProfile(ctx.database);
  const rows = await ctx.database.read.portalProfileChange.findMany({
    where: { profileId },
    orderBy: { version: 'desc' },
    take: mostChanges,
    omit: { became: true },
  });
  const names = await displayNames(
    ctx,
    rows.map(({ changedBy }) => changedBy),
  );
  const changes = rows.map(({ version, reason, changedBy, createdAt }) => ({
    ...{ version, reason, createdAt, by: names[changedBy] ?? '' },
  }));
  return { ...profile, changes };
}
