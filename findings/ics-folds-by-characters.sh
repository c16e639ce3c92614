#!/usr/bin/env bash
# ics 3.12.0: lines are folded after so many characters, not octets, so a Japanese summary makes lines of about 200 octets, where RFC 5545,
# section 3.1, allows 75. Guessed: octets, for that is the one thing that the section is about; English text does not show the difference.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund ics@3.12.0
cat > look.mjs <<'JS'
import { createEvent } from 'ics'
const longest = (title) => {
  const { value } = createEvent({ uid: 'a', title, start: [2026, 8, 2], end: [2026, 8, 3] })
  return Math.max(...value.split('\r\n').map((line) => Buffer.byteLength(line)))
}
console.log('English', longest('export of equipment '.repeat(20)))
console.log('Japanese', longest('防衛装備の移転'.repeat(40)))
JS
node look.mjs | tee seen.txt
diff -u - seen.txt <<'SEEN'
English 75
Japanese 223
SEEN
