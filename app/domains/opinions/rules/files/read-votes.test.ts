import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readComments } from './read-comments';
import { readVotes } from './read-votes';
import { UnreadableVotes } from './unreadable-votes';

const bytes = (text: string) => new TextEncoder().encode(text);
const table =
  'participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,10,9\n0,,0,2,1,1,1,,-1\n10,,0,1,0,0,,0,\n2,,0,0,0,0,,,\n';
const log = 'timestamp,datetime,comment-id,voter-id,vote\n5,x,9,0,-1\n3,x,0,0,1\n4,x,10,10,0\n';

function faultOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof UnreadableVotes) return `${error.line}: ${error.message}`;
    throw error;
  }
  return 'none';
}

describe('readVotes', () => {
  it('reads the table, ids in order of size', () => {
    const matrix = readVotes(bytes(table));
    expect(matrix.participants).toEqual(['0', '2', '10']);
    expect(matrix.statements).toEqual(['0', '9', '10']);
    expect([...matrix.rowStart]).toEqual([0, 2, 2, 3]);
    expect([...matrix.statementOf]).toEqual([0, 1, 2]);
    expect([...matrix.voteOf]).toEqual([1, -1, 0]);
  });

  it('reads the same votes from the log, behind a byte-order mark and with CRLF', () => {
    const matrix = readVotes(bytes(`\uFEFF${log.replaceAll('\n', '\r\n')}`));
    expect([...matrix.statementOf, ...matrix.voteOf]).toEqual([0, 1, 2, 1, -1, 0]);
  });

  it.each([
    ['empty', ['', '', '']],
    ['text', ['user-1', 'user-2', 'user-3']],
    ['a number', ['1', '1', '-1']],
  ])('takes no xid for a statement: %s', (_, [first, second, third]) => {
    const withXid = table
      .replace('participant,', 'participant,xid,')
      .replace('\n0,', `\n0,${first},`)
      .replace('\n10,', `\n10,${second},`)
      .replace('\n2,', `\n2,${third},`);
    expect(readVotes(bytes(withXid))).toEqual(readVotes(bytes(table)));
  });

  it('takes no column for a statement that has no number where statements have, nor one spelled otherwise', () => {
    const later = table.replace('participant,group-id,', 'country,participant,group_id,').split('\n');
    const rows = later.map((row, at) => (at === 0 || row === '' ? row : `NL,${row}`));
    expect(readVotes(bytes(rows.join('\n')))).toEqual(readVotes(bytes(table)));
    const named = 'participant,xid,n_votes,parks,roads\n0,u1,2,1,-1\n1,u2,1,,0\n';
    expect(readVotes(bytes(named)).statements).toEqual(['parks', 'roads']);
    const only = 'participant,xid,group-id\n0,1,1\n';
    expect(faultOf(() => readVotes(bytes(only)))).toContain('1: the header is neither');
    expect(readVotes(bytes(log.replace('comment-id,voter-id', 'comment_id,Voter_ID')))).toEqual(
      readVotes(bytes(log)),
    );
  });

  it('lets the latest vote count, by time, then by line', () => {
    const again = `${log}1,x,0,0,-1\n3,x,0,0,0\n`;
    expect([...readVotes(bytes(again)).voteOf]).toEqual([0, -1, 0]);
  });

  it.each([
    ['', '1: the file is empty'],
    ['a,b\n1,2\n', '1: the header is neither'],
    [table.split('\n')[0] ?? '', '1: the file holds no vote'],
    [table.replace(',1,,-1', ',1,,2'), '2: statement 9: “2” is not a vote'],
    [table.replace(',1,,-1', ',1,'), '2: 8 fields where the header has 9'],
    [table.replace('\n10,', '\n0,'), '3: participant “0” comes twice'],
    [table.replace(',10,9', ',9,9'), '1: two columns are named “9”'],
    [table.replace(',10,9', ',,9'), '1: column 8 has no name'],
    [table.replace('\n10,', '\n,'), '3: the participant has no id'],
    [table.replace('\n10,', '\n"10,'), '3: a quote is not closed'],
    [log.replace('9,0,-1', '9,0,agree'), '2: “agree” is not a vote'],
    [log.replace('9,0,-1', '9,0,'), '2: “” is not a vote'],
    [log.replace('9,0,-1', '9,,-1'), '2: voter-id is empty'],
    [log.replace('3,x', 'three,x'), '3: timestamp “three” is not a number'],
  ])('names the line and the fault (%#)', (text, fault) => {
    expect(faultOf(() => readVotes(bytes(text)))).toContain(fault);
  });

  it('refuses other encodings, and never fails otherwise', () => {
    expect(faultOf(() => readVotes(new Uint8Array([0x31, 0x0a, 0xff])))).toBe('2: not UTF-8');
    fc.assert(
      fc.property(fc.nat(table.length), fc.string({ unit: 'binary', maxLength: 4 }), (at, insert) => {
        faultOf(() => readVotes(bytes(table.slice(0, at) + insert + table.slice(at))));
      }),
    );
  });
});

describe('readComments', () => {
  const comments = 'comment-id,moderated,comment-body\n7,-1,"two\nlines, ""quoted"""\n8,0,plain\n';

  it('reads flags and texts', () => {
    expect([...readComments(bytes(comments))]).toEqual([
      ['7', { moderated: -1, meta: false, text: 'two\nlines, "quoted"' }],
      ['8', { moderated: 0, meta: false, text: 'plain' }],
    ]);
  });

  it.each([
    ['is-meta', 'true', true],
    ['is_meta', 'True', true],
    ['Is_Meta', 't', true],
    ['is_meta', '1', true],
    ['is_meta', 'f', false],
    ['is_meta', '0', false],
    ['is_meta', '', false],
  ])('reads %s: %s', (name, flag, meta) => {
    const text = `comment_id,moderated,${name}\n7,1,${flag}\n`;
    expect(readComments(bytes(text)).get('7')).toEqual({ moderated: 1, meta, text: '' });
  });

  it.each([
    ['comment-id,moderated,is_meta\n7,1,maybe\n', '2: is-meta is “maybe”, not true or false'],
    [comments.replace('moderated', 'flag'), '1: the column “moderated” is missing'],
    [comments.replace('8,0', '8,2'), '4: moderated is “2”, not -1, 0 or 1'],
    [comments.replace('8,0', '7,0'), '4: comment “7” comes twice'],
  ])('names the line and the fault (%#)', (text, fault) => {
    expect(faultOf(() => readComments(bytes(text)))).toBe(fault);
  });
});
