import type { Locale } from '~/i18n/locale';

/** The signed-in person as the layout and the pages show them. */
export interface Viewer {
  personId: string;
  name: string;
  holdsOffice: boolean;
  administers: boolean;
  unread: number;
  /** The organisation for which the person acts just now. */
  actingFor: { id: string; name: string } | null;
  /** There is an organisation for which the person may act. */
  represents: boolean;
  /** Has a queue of work orders: holds a role, or belongs to a department. */
  worksOrders: boolean;
}

/** What the root loader gives to every page. */
export interface RootData {
  locale: Locale;
  theme: 'light' | 'dark' | 'system';
  senior: boolean;
  viewer: Viewer | null;
  /** What the portal says of itself; empty where it says nothing. */
  portal: {
    name: string;
    slogan: string;
    phone: string;
    mailAddress: string;
    address: string;
    hours: string;
    logo: { id: string; width: number; height: number } | null;
    /** The main colour, of the light scheme. */
    colour: string;
    /** Rules of a style sheet. */
    style: string;
  };
  timeZone: string;
  /** Where others find the portal, for addresses that leave it. */
  publicUrl: string;
  icpNumber: string;
  policeRecordNumber: string;
  demo: boolean;
  flash: string | null;
}
