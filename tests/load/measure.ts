import autocannon from 'autocannon';
import type { Client, Request, Result } from 'autocannon';

export interface Measured {
  perSecond: number;
  p95: number;
  failed: number;
}

const connections = 50;

function measured(result: Result, failed: number): Measured {
  return { perSecond: result.requests.average, p95: result.latency.p97_5, failed };
}

/** Requests a second for one page from 50 connections, for some seconds after a short warm-up. */
export async function readPage(
  url: string,
  seconds: number,
  headers: Record<string, string> = {},
): Promise<Measured> {
  const base = { url, connections, headers: { accept: 'text/html', ...headers } };
  await autocannon({ ...base, duration: 2 });
  const result = await autocannon({ ...base, duration: seconds });
  return measured(result, result.non2xx + result.errors);
}

export interface Posting {
  headers: Record<string, string>;
  body: string;
}

/** Sends each posting once, from 50 connections unless told; answers with the rate and how many were not acknowledged (302). */
export async function postEach(
  { url, path }: { url: string; path: string },
  postings: Posting[],
  from = connections,
): Promise<Measured & { acknowledged: number }> {
  let given = 0;
  let acknowledged = 0;
  const share = Math.floor(postings.length / from);
  const setupClient = (client: Client) => {
    const own = postings.slice(given * share, (given + 1) * share);
    given += 1;
    client.setRequests(
      own.map((posting): Request => ({
        method: 'POST',
        path,
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...posting.headers },
        body: posting.body,
        onResponse: (status) => {
          if (status === 302) acknowledged += 1;
        },
      })),
    );
  };
  const result = await autocannon({ url, connections: from, amount: share * from, setupClient });
  const failed = share * from - acknowledged;
  // By the clock of the whole run: seconds counted one by one say little of a run that is over in three.
  return { ...measured(result, failed), perSecond: acknowledged / result.duration, acknowledged };
}
