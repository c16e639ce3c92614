#!/usr/bin/env bash
# ics 3.12.0: an event of a whole day with a duration of one day is written with DURATION:P1DT, and reports no error. RFC 5545, section
# 3.3.6, wants a time behind the T, and P1D without one. Guessed: P1D. Beside it, an end on the same day as the start is left out without a word.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund ics@3.12.0
cat > look.mjs <<'JS'
import { createEvent } from 'ics'
const lines = ({ error, value }) => [error, ...value.split('\r\n').filter((line) => /^(DTSTART|DTEND|DURATION)/.test(line))]
console.log(JSON.stringify(lines(createEvent({ uid: 'a', title: 'Duties begin', start: [2026, 8, 2], duration: { days: 1 } }))))
console.log(JSON.stringify(lines(createEvent({ uid: 'b', title: 'Duties begin', start: [2026, 8, 2], end: [2026, 8, 2] }))))
JS
node look.mjs | tee seen.txt
diff -u - seen.txt <<'SEEN'
[null,"DTSTART;VALUE=DATE:20260802","DURATION:P1DT"]
[null,"DTSTART;VALUE=DATE:20260802"]
SEEN
