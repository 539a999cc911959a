import { datasetWords } from './field-words';
import { textIn } from '~/i18n/catalogue';
import { locales } from '~/i18n/locale';
import type { Locale } from '~/i18n/locale';
import { openData } from '~/i18n/open-data';
import { paths } from '~/paths';

interface CatalogOf {
  publicUrl: string;
  /** What the portal is called. */
  names: Record<Locale, string>;
  publisher: string;
  licence: { name: string; url: string };
  datasets: readonly { name: string; changedAt: Date | null }[];
}

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

const authority = 'http://publications.europa.eu/resource/authority';

/** File types by the names of the EU's list, and media types by IANA's, which has none for JSON by lines. */
const forms = [
  { form: 'csv', type: 'CSV', media: 'text/csv' },
  { form: 'json', type: 'JSON', media: 'application/json' },
  { form: 'ndjson', type: 'JSON', media: null },
] as const;

const languageOf: Record<Locale, { tag: string; authority: string }> = {
  'zh-CN': { tag: 'zh', authority: 'ZHO' },
  en: { tag: 'en', authority: 'ENG' },
};

const node = (id: string) => ({ '@id': id });

/** A text in every language that the portal has. */
const inLanguages = (words: (locale: Locale) => string) =>
  locales.map((locale) => ({ '@value': words(locale), '@language': languageOf[locale].tag }));

const languages = locales.map((locale) => node(`${authority}/language/${languageOf[locale].authority}`));

function distributionsOf({ publicUrl, licence }: CatalogOf, name: string) {
  return forms.map(({ form, type, media }) => {
    const file = publicUrl + paths.dataset(`${name}.${form}`);
    return {
      ...{ '@id': `${file}#distribution`, '@type': 'dcat:Distribution', 'dct:title': form.toUpperCase() },
      'dcat:accessURL': node(publicUrl + paths.dataset(name)),
      'dcat:downloadURL': node(file),
      ...(media && { 'dcat:mediaType': node(`https://www.iana.org/assignments/media-types/${media}`) }),
      'dct:format': node(`${authority}/file-type/${type}`),
      'dct:license': node(licence.url),
    };
  });
}

function datasetNode(of: CatalogOf, { name, changedAt }: CatalogOf['datasets'][number]) {
  const page = of.publicUrl + paths.dataset(name);
  return {
    ...{ '@id': page, '@type': 'dcat:Dataset', 'dct:identifier': name },
    'dct:title': inLanguages((locale) => datasetWords(locale, name).title),
    'dct:description': inLanguages((locale) => datasetWords(locale, name).about),
    'dct:publisher': node(`${of.publicUrl}/#publisher`),
    'dct:license': node(of.licence.url),
    'dct:language': languages,
    // Made anew each time that it is asked for.
    'dct:accrualPeriodicity': node(`${authority}/frequency/CONT`),
    'dcat:theme': node(`${authority}/data-theme/GOVE`),
    'dcat:landingPage': node(page),
    ...(changedAt && {
      'dct:modified': { '@value': changedAt.toISOString(), '@type': 'xsd:dateTime' },
    }),
    'dcat:distribution': distributionsOf(of, name),
  };
}

/** The catalogue of all that is given out, by DCAT-AP 3 as JSON-LD; it needs no other file to be read. */
export function dcatCatalog(of: CatalogOf) {
  const { publicUrl, publisher, licence, datasets } = of;
  const words = (key: 'api.title' | 'data.title' | 'data.about') =>
    inLanguages((locale) => textIn(locale, openData)(key, { portal: of.names[locale] }));
  const api = publicUrl + paths.api;
  return {
    '@context': context,
    ...{ '@id': publicUrl + paths.dataset('catalog.jsonld'), '@type': 'dcat:Catalog' },
    'dct:title': words('data.title'),
    'dct:description': words('data.about'),
    'dct:publisher': { '@id': `${publicUrl}/#publisher`, '@type': 'foaf:Agent', 'foaf:name': publisher },
    'dct:license': { '@id': licence.url, '@type': 'dct:LicenseDocument', 'rdfs:label': licence.name },
    'dct:language': languages,
    'foaf:homepage': node(publicUrl + paths.dataset()),
    'dcat:dataset': datasets.map((dataset) => datasetNode(of, dataset)),
    'dcat:service': {
      ...{ '@id': `${api}#service`, '@type': 'dcat:DataService', 'dct:title': words('api.title') },
      'dcat:endpointURL': node(api),
      'dcat:endpointDescription': node(publicUrl + paths.openApi),
      'dct:license': node(licence.url),
      'dcat:servesDataset': datasets.map(({ name }) => node(publicUrl + paths.dataset(name))),
    },
  };
}
