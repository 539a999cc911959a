import { readBallotRecord } from '~/domains/ballots/rules/record/read-ballot-record';
import type { RecordMeeting, RollAttendance } from '~/domains/ballots/rules/record/ballot-record';
import { verifyBallotRecord, type Verdict } from '~/domains/ballots/rules/record/verify-ballot-record';
import type { ResearchIo } from '../research-io';
import { answerCall, bytesOf, onlyFile, readCall } from '../research-call';
import { answerAgreement, readAgreementText } from './verify-agreement';
import { answerLog } from './verify-log';
import { answerLogProof, readLogProof } from './verify-log-proof';
import { UsageError } from '../usage-error';
import { sha256 } from '~/lib/sha256';

export const verifyUsage = `Usage: gongzhi verify FILE [options]
       gongzhi verify --log URL|FOLDER [options]

  FILE             the record that the portal publishes of a closed ballot, the signed text of an agreement, or the proof of
                   an event in the public log (JSON)
  --log PLACE      the public log, by its address (https://…/log) or in a folder that holds its files
  --mirror FOLDER  keep what was checked of the log; the next time only what is new is read, and a log that was
                   changed, has forked or has shrunk since raises an alarm
  --key KEY        the key of the log, as its page shows it; without it the one of the mirror, or at the first time
                   the one beside the log
  --witness KEY    a witness whose cosignature the head of the log must have; may be said several times
  --quorum N       so many of these witnesses are enough
  --json           print the verdict as JSON

Of a ballot the published papers are counted anew by the published rules and the result is compared; the SHA-256
that is printed must be the one that the portal published at closing. Of an agreement the text is written anew in
its one form; the SHA-256 must be the fingerprint on the agreement's page, which is what the parties signed. With
another SHA-256 the file is another one. Of a log the signature, every entry, the root, and that it only grew since
the last time are checked. Ends with 0 if it holds, 1 if it does not, 2 if the file cannot be read.
`;

/** `gongzhi verify`: recounts a published ballot, or checks the public log, without the portal. Answers the exit code. */
export function runVerify(args: string[], io: ResearchIo): Promise<number> {
  return answerCall('verify', io, () => {
    const { values, positionals } = readCall(args, {
      json: { type: 'boolean' },
      log: { type: 'string' },
      mirror: { type: 'string' },
      key: { type: 'string' },
      witness: { type: 'string', multiple: true },
      quorum: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    });
    if (values.help) {
      io.stdout(verifyUsage);
      return 0;
    }
    const { log, mirror, key, witness, quorum, json = false } = values;
    if (log !== undefined && positionals.length === 0)
      return answerLog({ log, mirror, key, witness, quorum, json }, io);
    const file = onlyFile('verify', log === undefined ? positionals : [log, ...positionals]);
    const bytes = bytesOf(io, file);
    const agreement = readAgreementText(bytes);
    if (agreement) return answerAgreement(agreement, { io, file, json });
    const proof = readLogProof(bytes);
    if (proof) return answerLogProof(proof, { io, file, key, json });
    return answerBallot(bytes, { io, file, json });
  });
}

/** Counts the papers of a record anew and prints whether its result holds; answers the exit code. */
function answerBallot(
  bytes: Uint8Array,
  { io, file, json }: { io: ResearchIo; file: string; json: boolean },
): number {
  const reading = readBallotRecord(bytes);
  if (!reading.ok) throw new UsageError(`${file}: ${reading.fault}`);
  const { ballot, electorate, rules, result } = reading.record;
  const about = {
    ...verifyBallotRecord(reading.record),
    sha256: sha256(bytes),
    ballot: { id: ballot.id, title: ballot.title },
    kind: rules.kind,
    electorate: rules.electorateSize,
    ...(ballot.meeting ? { meeting: ballot.meeting } : {}),
    ...(electorate.roll ? { roll: electorate.roll } : {}),
    ...(electorate.entrusted === undefined ? {} : { entrusted: electorate.entrusted }),
    winners: result.winners,
  };
  io.stdout(json ? `${JSON.stringify(about)}\n` : describeVerdict(about));
  if (about.holds) return 0;
  const [first] = about.differences;
  io.stderr(`gongzhi verify: ${file}: the result does not hold, first at ${first?.at ?? 'its end'}\n`);
  return 1;
}

interface About extends Verdict {
  sha256: string;
  ballot: { id: string; title: string };
  kind: string;
  electorate: number;
  meeting?: RecordMeeting;
  roll?: RollAttendance;
  entrusted?: number;
}

function describeVerdict(about: About): string {
  const {
    holds,
    byRuleAlone,
    papers,
    differences,
    sha256,
    ballot,
    kind,
    electorate,
    meeting,
    roll,
    entrusted,
  } = about;
  const lines = [
    `${ballot.title} (${ballot.id}), ${kind}`,
    `${papers} papers of an electorate of ${electorate}, counted anew`,
    ...(meeting ? [meetingLine(meeting)] : []),
    ...(roll ? [rollLine(roll)] : []),
    ...(entrusted === undefined ? [] : [`Entrusted votes: ${entrusted} of the papers were cast for others`]),
    `SHA-256 of the file: ${sha256}`,
    holds ? 'The result holds.' : 'The result does NOT hold:',
    ...(byRuleAlone
      ? ['No paper is a vote: an older count took the order of ties for a choice, nothing was chosen.']
      : []),
    ...differences.map(({ at, published, counted }) => `  ${at}: published ${published}, counted ${counted}`),
  ];
  return `${lines.join('\n')}\n`;
}

const rollLine = ({ due, present, addedAfterOpening }: RollAttendance) =>
  `Roll: ${due} due, ${present} present, ${addedAfterOpening} added after the opening`;

const meetingLine = ({ kind, convener, place }: RecordMeeting) =>
  `Statutory meeting (${kind}), convened by ${convener}, at ${place}`;
