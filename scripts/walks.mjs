/** The ten walks of scripts/take-walks.mjs: who goes, what it is about, and each step with what it is called. */

const bar = (page, words) => page.locator('.bottom-bar').getByRole('link', { name: words });
const button = (page, name) => page.locator('main').getByRole('button', { name, exact: true }).first();
const card = (main) => main('.card-title a');

export const walks = [
  {
    name: 'look-around',
    title: '1. What is going on here',
    sees: 'Home says what the portal is for, what is open, and what came of things; a proposal shows its picture and its whole line.',
    async go({ page, timed, follow, main }) {
      await timed('Home', () => page.goto('/'));
      await timed('The list of proposals', () => page.goto('/proposals?state=evaluated'));
      await timed('A proposal', () => follow(card(main)));
      await timed('Its line, further down', () => main('.timeline').scrollIntoViewIfNeeded());
    },
  },
  {
    name: 'report',
    title: '2. A lamp is dark',
    person: 'resident-06',
    sees: 'One field; what is filled in already can be left. Afterwards there is a number to quote.',
    async go({ page, timed, follow, main }) {
      await timed('Home, with what waits', () => page.goto('/'));
      await timed('The form', () => follow(bar(page, '反映')));
      await timed('What is said', () => main('[name=body]').fill('楼下的路灯三天不亮了，老人晚上不敢出门。'));
      await timed('It is sent', async () => {
        await button(page, '提交诉求').click();
        await page.waitForURL(/\/feedback\/[0-9A-Z]{26}$/);
      });
    },
  },
  {
    name: 'what-became',
    title: '3. What became of it',
    sees: 'Before and after, side by side, with who did it and how those who asked rate it.',
    async go({ page, timed, follow, main }) {
      await timed('Work orders that were rated', () => page.goto('/work-orders?state=rated'));
      await timed('One of them', () => follow(card(main)));
      await timed('Before and after', () => main('.before-after').scrollIntoViewIfNeeded());
    },
  },
  {
    name: 'endorse',
    title: '4. I want that, too',
    person: 'resident-44',
    sees: 'How many are still missing stands beside the button; one tap, and it says so.',
    async go({ page, timed, follow, main }) {
      await timed('Proposals that gather support', () => page.goto('/proposals?state=gathering'));
      await timed('The newest', () => follow(card(main)));
      await timed('Endorsed', async () => {
        await button(page, '附议').click();
        await button(page, '附议').waitFor({ state: 'detached' });
      });
    },
  },
  {
    name: 'vote',
    title: '5. A ballot',
    person: 'resident-52',
    sees: 'Which act it is and until when, what is asked, and a paper that is filled in by tapping.',
    async go({ page, timed, follow, main }) {
      await timed('Ballots that are open', () => page.goto('/ballots?state=open'));
      await timed('One of them', () => follow(card(main)));
      await timed('The paper', () => button(page, '提交投票').scrollIntoViewIfNeeded());
    },
  },
  {
    name: 'opinions',
    title: '6. What people think',
    person: 'resident-31',
    sees: 'One statement at a time; an answer brings the next without scrolling.',
    async go({ page, timed, follow, main }) {
      await timed('Conversations', () => page.goto('/conversations'));
      await timed('An open one', () => follow(card(main)));
      await timed('Agreed: the next statement', async () => {
        await button(page, '同意').click();
        await page.getByText('已表态 1 条').first().waitFor();
      });
    },
  },
  {
    name: 'help',
    title: '7. Lending a hand',
    sees: 'When and where, what it is and what it may cost, and how many are still wanted.',
    async go({ page, timed, follow, main }) {
      await timed('Where hands are wanted', () => page.goto('/volunteering'));
      await timed('One of them', () => follow(card(main)));
      await timed('Its shifts', () =>
        main('.sign-ups:visible, form:visible, .card:visible').scrollIntoViewIfNeeded(),
      );
    },
  },
  {
    name: 'map',
    title: '8. Around my house',
    sees: 'A map that needs no tiles, and the same things as a list beside it.',
    async go({ page, timed, main }) {
      await timed('The map', () => page.goto('/map'));
      await timed('An area', () => page.goto('/areas/421002'));
      await timed('What is in it', () => main('h2').scrollIntoViewIfNeeded());
    },
  },
  {
    name: 'search',
    title: '9. Has somebody asked that before?',
    sees: 'Everything that has the word, of every kind; and where there is nothing, what to do.',
    async go({ page, timed }) {
      await timed('Found', () => page.goto('/search?q=路灯'));
      await timed('Nothing found', () => page.goto('/search?q=热气球'));
    },
  },
  {
    name: 'senior',
    title: '10. For those who do not see well',
    sees: 'Four doors in large type; the page reads itself out where the browser can speak.',
    async go({ page, timed, follow, main }) {
      await timed('The menu', async () => {
        await page.goto('/');
        await page.locator('.only-narrow summary').click();
      });
      await timed('Senior mode', async () => {
        await page.locator('.only-narrow button[name=senior]').click();
        await page.locator('html[data-senior]').waitFor();
      });
      await timed('A list', () => page.goto('/feedback'));
      await timed('One of them', () => follow(card(main)));
    },
  },
];
