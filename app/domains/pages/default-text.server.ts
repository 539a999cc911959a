import type { ReadContext } from '../context';
import type { Term } from '../held-terms';
import { purposeNames } from '../identity/schema';
import type { KnownPage } from './known-pages';
import { hasKey, textIn } from '~/i18n/catalogue';
import { consents } from '~/i18n/consents';
import { held } from '~/i18n/held';
import type { Locale } from '~/i18n/locale';
import { pageDefaults } from '~/i18n/page-defaults';
import { punctuationOf } from '~/i18n/punctuation';
import { pagesMenu } from '~/i18n/pages-menu';
import { paths } from '~/paths';

/** A line of a list, with what it is about before a colon. */
const listed = (locale: Locale, about: string, words: string) =>
  `- **${about}**${punctuationOf(locale).colon}${words}`;

/** Each purpose for which a consent is asked, in the words with which it is asked. */
function consentList(locale: Locale): string {
  const t = textIn(locale, consents);
  return purposeNames
    .map((purpose) =>
      listed(
        locale,
        t(`${purpose}.name`),
        [t(`${purpose}.why`), t(`${purpose}.effect`)].join(locale === 'en' ? ' ' : ''),
      ),
    )
    .join('\n');
}

const lengthOf = (term: Term) => (term.kept === 'days' ? term.days : 0);

/** What is held, under each term: printed from the same table as what a person sees under the own data. */
function termList(ctx: ReadContext, locale: Locale): string {
  const t = textIn(locale, consents);
  const h = textIn(locale, held);
  const under = new Map<string, { term: Term; names: string[] }>();
  for (const [model, term] of Object.entries(ctx.subjects.heldTerms)) {
    const words = t(`term.${term.kept}`, term.kept === 'days' ? { days: term.days } : {});
    const group = under.get(words) ?? { term, names: [] };
    group.names.push(hasKey(held, model) ? h(model) : model);
    under.set(words, group);
  }
  // Names in English may hold commas of their own.
  const { comma, semicolon } = punctuationOf(locale);
  const between = locale === 'en' ? semicolon : comma;
  return [...under]
    .sort(([, one], [, other]) => lengthOf(one.term) - lengthOf(other.term))
    .map(([words, { names }]) => listed(locale, words, names.join(between)))
    .join('\n');
}

function recordsIn(ctx: ReadContext, locale: Locale): string {
  const { icpNumber, policeRecordNumber } = ctx.configuration;
  const numbers = [icpNumber, policeRecordNumber].filter((number) => number !== '');
  if (numbers.length === 0) return textIn(locale, pageDefaults)('no-records');
  return numbers.map((number) => `- ${number}`).join('\n');
}

/** Where the texts lead. */
const addresses = {
  ...{ register: paths.register, newFeedback: paths.newFeedback, newProposal: paths.newProposal },
  ...{ residence: paths.residence, ballots: paths.ballots, conversations: paths.conversations },
  ...{ volunteering: paths.volunteering, agreements: paths.agreements, moderationLog: paths.moderationLog },
  ...{ inbox: paths.inbox, account: paths.account, forgottenPassword: paths.forgottenPassword },
  ...{
    heldData: paths.heldData,
    log: paths.log,
    areas: paths.areas,
    responsibilities: paths.responsibilities,
  },
  ...{ terms: paths.page('terms'), imprint: paths.page('imprint') },
};

/** The text that the software brings, in the language: nothing in it is particular to a portal but what is configured. */
export function defaultPage(
  ctx: ReadContext,
  id: KnownPage,
  locale: Locale,
): { title: string; text: string } {
  const t = textIn(locale, pageDefaults);
  const c = textIn(locale, consents);
  const text = t(`text.${id}`, {
    ...addresses,
    ...{ accountWords: c('register-account'), laterWords: c('register-later') },
    ...{ consents: consentList(locale), termList: termList(ctx, locale), records: recordsIn(ctx, locale) },
  });
  return { title: textIn(locale, pagesMenu)(`page.${id}`), text };
}
