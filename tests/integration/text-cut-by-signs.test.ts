import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** A text cut after so many characters, which may fall within one sign; days and moments are cut after 10 to 19. */
const cuts =
  /\.slice\(0, (?:longest\w*|mostCharacters|mostLetters|length(?: - 1)?|(?!1[0369]\))\d{2,})(?: - 1)?\)|\.subst(?:r|ring)\(/g;

/** Where nobody reads the end of what is cut, with how often and why. What people read is cut by `lib/texts/cut-text`. */
const allowed: Record<string, [times: number, why: string]> = {
  'domains/agreements/documents/document-text.server.ts': [1, 'a list'],
  'domains/ballots/casting/kept-choice.ts': [1, 'digits'],
  'domains/ballots/drafting/first-step.query.server.ts': [1, 'a list'],
  'domains/ballots/organising/change-ballot.server.ts': [1, 'a list'],
  'domains/ballots/rules/pb/sections.ts': [1, 'a list'],
  'domains/bridges/open311/take-update.server.ts': [1, 'a list'],
  'domains/bridges/targets/targets.server.ts': [1, 'a code'],
  'domains/councils/schema.ts': [1, 'compared with the values of the quotas'],
  'domains/feedback/schema.ts': [1, 'in every browser, with no room for more: between code points'],
  'domains/identity/people-desk/find-people.query.server.ts': [1, 'looked for'],
  'domains/identity/rules/listed-password.ts': [1, 'a password'],
  'domains/identity/rules/weak-password.ts': [1, 'a password'],
  'domains/ledger/rules/note/note-key.ts': [2, 'a key'],
  'domains/notifications/push/send-push.server.ts': [1, 'a hash'],
  'domains/organisations/rules/credit-code.ts': [1, 'a code'],
  'domains/workorders/messages/order-messages.server.ts': [1, 'a hash'],
  'domains/write-document.server.ts': [1, 'a list'],
  'http/answers/sharing/collection-calendar.server.ts': [1, 'a hash'],
  'http/forms/certificate-asked.ts': [1, 'a code'],
  'http/forms/organisation-step.server.ts': [1, 'a code'],
  'http/guards/log-answers.server.ts': [1, 'a code'],
  'http/guards/network-address.ts': [1, 'an address of a network'],
  'http/guards/request-log.server.ts': [1, 'an address, for the log'],
  'http/kept-pages/script-hashes.ts': [1, 'a script'],
  'lib/geo/division-code.ts': [1, 'digits'],
  'lib/numbers/identity-number.ts': [1, 'digits'],
  'lib/similar-texts/text-features.ts': [1, 'compared'],
  'lib/texts/cutting/first-sentence.ts': [2, 'in every browser, with no room for more: between code points'],
  'lib/texts/searching/search-pieces.ts': [3, 'looked for'],
  'lib/texts/cutting/summary.ts': [1, 'in every browser, with no room for more: between code points'],
  'platform/cache/kept-page.server.ts': [1, 'a hash'],
  'platform/crypto/certificates.server.ts': [1, 'a hash'],
  'platform/db/lists/holding-text.ts': [1, 'looked for'],
  'platform/db/search.ts': [3, 'looked for'],
  'platform/markdown/chinese-rules.ts': [2, 'looked at'],
  'routes/ballots+/import.tsx': [1, 'a list'],
  'routes/bridges+/exchange.tsx': [1, 'a list'],
  'routes/markdown-preview.ts': [1, 'a bound that no text reaches'],
  'routes/sign-in_.code.tsx': [1, 'a code'],
  'routes/sign-in_.phone.tsx': [1, 'a code'],
  'routes/statistics+/exclusions.tsx': [1, 'a code'],
  'service-worker/keeping.ts': [1, 'looked at'],
};

const sources = (readdirSync('app', { recursive: true }) as string[])
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|generated/.test(name))
  .sort();

it('what people wrote is cut at the end of a sign, wherever it is cut', () => {
  const found = Object.fromEntries(
    sources.flatMap((name) => {
      const times = readFileSync(`app/${name}`, 'utf8').match(cuts)?.length ?? 0;
      return times > 0 ? [[name, times]] : [];
    }),
  );
  expect(found).toEqual(Object.fromEntries(Object.entries(allowed).map(([name, [times]]) => [name, times])));
});
