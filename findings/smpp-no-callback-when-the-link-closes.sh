#!/usr/bin/env bash
# smpp 0.5.1: a message that waits for its answer when the link closes is never told of.
#
# Expected: the callback of submit_sm is called once, with the answer or with a fault:
#   a refusal by the operator calls it with its command_status, and other clients of
#   request and answer (of databases, of mail) call back with an error when the link
#   goes. A program that waits for it would else wait for ever.
# Seen: the operator takes the bind and the message, and closes the link without an
#   answer. The session tells `close`, and neither the callback of the message nor an
#   `error` comes: not at once, and not later. Of ten messages under way ten are lost
#   without a word. The README says that callbacks get the answer, and nothing of a
#   link that ends.
# Source: read in lib/smpp.js (the list of callbacks is dropped with the session), then
#   run here. Found while text messages were made to survive an operator's restart.
# Our field: a code to sign in with goes out by SMPP; an operator's gateway is taken
#   down for upkeep at night with messages under way. The portal counts what waits by
#   itself, with a limit of time, and sends it again.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact smpp@0.5.1

cat >look.cjs <<'JS'
const smpp = require('smpp');
const { setTimeout: rest } = require('node:timers/promises');
const messages = 10;

/** An operator that takes a bind and so many messages; then it answers, or closes the link. */
async function run(answers) {
  let taken = 0;
  const server = smpp.createServer((session) => {
    session.on('error', () => {});
    session.on('bind_transceiver', (pdu) => session.send(pdu.response()));
    session.on('submit_sm', (pdu) => {
      taken += 1;
      if (answers) session.send(pdu.response({ message_id: String(taken) }));
      else if (taken === messages) session.close();
    });
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address();
  const seen = { answered: 0, closed: 0, errors: 0 };
  const session = smpp.connect({ url: `smpp://127.0.0.1:${port}`, auto_enquire_link_period: 0 });
  session.on('close', () => (seen.closed += 1));
  session.on('error', () => (seen.errors += 1));
  await new Promise((bound) => session.bind_transceiver({ system_id: 'a', password: 'b' }, bound));
  for (let at = 0; at < messages; at += 1)
    session.submit_sm({ destination_addr: '8613800000000', short_message: 'x' }, () => (seen.answered += 1));
  for (let turn = 0; turn < 50 && (answers ? seen.answered < messages : seen.closed === 0); turn += 1)
    await rest(100);
  await rest(2_000);
  if (answers) session.close();
  server.close();
  return seen;
}

(async () => {
  const usual = await run(true);
  const cut = await run(false);
  console.log(`expected: ${messages} callbacks where the operator answers, ${messages} where the link closes`);
  console.log(`seen: ${usual.answered} and ${cut.answered}; closed ${cut.closed}, errors ${cut.errors}`);
  process.exit(
    usual.answered === messages && cut.answered === 0 && cut.closed === 1 && cut.errors === 0 ? 0 : 1,
  );
})();
JS
node look.cjs
