import { fieldRows, UnclosedQuote } from '~/lib/csv/field-rows';
import type { FieldRow } from '~/lib/csv/field-rows';
import { decodeUtf8 } from '~/lib/texts/decoding/decode-utf8';
import type { PbReading } from './pb-file';
import { readMeta } from './read-meta';
import { readProjects } from './read-projects';
import { readVotes } from './read-votes';
import { Remarks } from './remarks';
import { splitSections } from './sections';

function rowsOf(text: string, remarks: Remarks): FieldRow[] | null {
  try {
    return [...fieldRows(text, ';')];
  } catch (error) {
    if (!(error instanceof UnclosedQuote)) throw error;
    remarks.fault(error.line, 'quote-not-closed');
    return null;
  }
}

/**
 * Reads an election in Pabulib's format. Either everything is understood, or the faults are
 * named with their lines and nothing is read.
 */
export function readPb(bytes: Uint8Array): PbReading {
  const remarks = new Remarks();
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) {
    remarks.fault(decoded.line, 'not-utf-8');
    return { ok: false, faults: remarks.faults };
  }
  if (decoded.hadMark) remarks.notice(1, 'byte-order-mark');
  const rows = rowsOf(decoded.text, remarks);
  if (rows?.length === 0) {
    remarks.fault(1, 'empty');
    return { ok: false, faults: remarks.faults };
  }
  const sections = rows && splitSections(rows, remarks);
  if (!sections) return { ok: false, faults: remarks.faults };
  const { meta, budget, counting } = readMeta(sections.META, remarks);
  const projects = readProjects(sections.PROJECTS, remarks);
  const votes = readVotes(sections.VOTES, { projects, counting }, remarks);
  if (counting.voteType === 'ordinal' && counting.maximumLength === null)
    remarks.notice(sections.META.line, 'no-maximum-length');
  checkNumber('num_projects', projects.length);
  checkNumber('num_votes', votes.length);
  if (remarks.faults.length > 0) return { ok: false, faults: remarks.faults };
  return { ok: true, file: { meta, budget, counting, projects, votes }, notices: remarks.notices };

  function checkNumber(key: 'num_projects' | 'num_votes', found: number): void {
    const stated = meta.get(key);
    if (stated === undefined || Number(stated) === found) return;
    const reason = key === 'num_projects' ? 'number-of-projects-differs' : 'number-of-votes-differs';
    remarks.notice(sections?.META.line ?? 1, reason, `${stated} ≠ ${found}`);
  }
}
