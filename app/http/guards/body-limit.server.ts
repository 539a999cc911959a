import type { Request, RequestHandler } from 'express';
import { routePath } from './plain-address.server';
import { sendPlainPage } from '../answers/plain-page.server';
import type { PlainStatus } from '../answers/plain-page.server';
import type { Services } from '../server/services.server';
import { viewerOf } from '../viewer.server';
import { paths } from '~/paths';

const mebibyte = 1024 * 1024;
/** Forms with files, and forms without. */
export const largestUpload = 40 * mebibyte;
export const largestForm = 2 * mebibyte;
/** One document that is to be checked, of whomever. */
export const largestDocument = 21 * mebibyte;

/** The pages whose forms carry files, for people who are signed in. */
const withFiles = [
  /^\/feedback\/[^/]+$/,
  /^\/proposals\/(?!autosave$)[^/]+(\/edit)?$/,
  /^\/work-orders\/[^/]+$/,
  /^\/workbench$/,
  /^\/bridges\/exchange$/,
  /^\/administration\/portal$/,
  /^\/organisations\/(new|departments|[^/]+\/edit)$/,
  /^\/areas\/(census|[^/]+\/list)$/,
  /^\/responsibilities\/import$/,
  /^\/moderation\/invitations\/list$/,
  /^\/ballots\/(import|[^/]+\/roll)$/,
  /^\/agreements\/(?!(?:new|subsidies)$)[^/]+$/,
];
/** A stranger who holds a signed document asks whether it is whole. */
const checkOfDocument = paths.checkAgreement;
/** Programs send pictures with their key in the form. */
const programsWithFiles = /^\/open311\/v2\/requests\.(xml|json)$/;

/** Who may send files to an address. */
export function filesTakenFrom(path: string): 'people' | 'programs' | 'anybody' | 'nobody' {
  const route = routePath(path);
  if (programsWithFiles.test(route)) return 'programs';
  if (route === checkOfDocument) return 'anybody';
  return withFiles.some((page) => page.test(route)) ? 'people' : 'nobody';
}

const carriesFiles = (request: Request) =>
  request.headers['content-type']?.trimStart().toLowerCase().startsWith('multipart/form-data') ?? false;

/** The bytes that a request may bring, and what it is told where it brings more. */
interface Allowance {
  most: number;
  status: PlainStatus;
}

const small: Allowance = { most: largestForm, status: 413 };
const large: Allowance = { most: largestUpload, status: 413 };
const oneDocument: Allowance = { most: largestDocument, status: 413 };

async function allowanceOf(services: Services, request: Request): Promise<Allowance> {
  const from = carriesFiles(request) ? filesTakenFrom(request.path) : 'nobody';
  if (from === 'nobody') return small;
  if (from === 'programs') return large;
  if (from === 'anybody') return oneDocument;
  const { actor } = await viewerOf(services, request);
  return actor.kind === 'person' ? large : { ...small, status: 401 };
}

/** Ends a request whose body does not say its length once it has grown past the limit. */
function countBody(request: Request, limit: number): void {
  const push = request.push.bind(request);
  let received = 0;
  request.push = (chunk: unknown, encoding?: BufferEncoding) => {
    if (chunk instanceof Uint8Array) received += chunk.byteLength;
    if (received <= limit) return push(chunk, encoding);
    request.destroy(new Error('The body is too large'));
    return false;
  };
}

/**
 * Refuses bodies that are too large: by what they say before they are read, else while they are read. Large ones are
 * taken only where a form carries files, and there of people who are signed in.
 */
export function bodyLimit(services: Services): RequestHandler {
  return (request, response, next) => {
    const stated = request.headers['content-length'];
    const isSmall =
      stated === undefined
        ? request.headers['transfer-encoding'] === undefined
        : Number(stated) <= largestForm;
    if (isSmall) return next();
    allowanceOf(services, request)
      .then(({ most, status }) => {
        if (stated === undefined) countBody(request, most);
        else if (!(Number(stated) <= most)) {
          response.setHeader('Connection', 'close');
          return sendPlainPage(request, response, status);
        }
        next();
      })
      .catch(next);
  };
}
