import { renderToString } from 'react-dom/server';
import { expect, it } from 'vitest';
import { later, whenShown } from './when-shown';

it('is drawn by the server at once', () => {
  const Part = whenShown(({ words }: { words: string }) => <p>{words}</p>);
  expect(renderToString(<Part words="此时此地" />)).toContain('<p>此时此地</p>');
});

it('comes when it is drawn, and not before', async () => {
  let asked = 0;
  const Part = whenShown(
    later(() => {
      asked += 1;
      return Promise.resolve(() => <p>来了</p>);
    }),
  );
  expect(asked).toBe(0);
  expect(renderToString(<Part />)).not.toContain('来了');
  expect(asked).toBe(1);
  await Promise.resolve();
  await new Promise((resolve) => setTimeout(resolve));
  expect(renderToString(<Part />)).toContain('来了');
  expect(asked).toBe(1);
});
