import type { ReactNode } from 'react';
import { renderToPipeableStream } from 'react-dom/server';
import { WithoutNulls } from '../forms/bodies/without-nulls';

export interface Drawing {
  nonce: string;
  /** For programs that read a page once: all of it at once, instead of its frame first. */
  whole: boolean;
  /** After so many milliseconds what is not there yet is left out. */
  mostMilliseconds: number;
}

/**
 * Draws a page as HTML. Answers as soon as its frame stands, and whether anything of it failed until then; throws where
 * there is not even a frame. What fails later is logged, except where it failed because who asked has left.
 */
export function drawnPage(
  page: ReactNode,
  { nonce, whole, mostMilliseconds }: Drawing,
): Promise<{ body: WithoutNulls; failed: boolean }> {
  return new Promise((resolve, reject) => {
    const body = new WithoutNulls();
    let answered = false;
    let failed = false;
    const answer = () => {
      answered = true;
      resolve({ body, failed });
      stream.pipe(body);
    };
    const stream = renderToPipeableStream(page, {
      nonce,
      ...(whole ? { onAllReady: answer } : { onShellReady: answer }),
      onShellError: reject,
      onError(error) {
        failed = true;
        if (answered && !body.destroyed) console.error(error);
      },
    });
    setTimeout(() => stream.abort(), mostMilliseconds).unref();
  });
}
