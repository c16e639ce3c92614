#!/usr/bin/env bash
# temporal-polyfill 1.0.8 on Node.js 20.20.2 (ICU 78.2): a month without a day, 2023-08, has the calendar iso8601 as parsed, and toLocaleString raises "Mismatching
# Calendars" for it in every language, while it shows a whole day of the same calendar. Guessed: August 2023. With calendar: 'iso8601', which ends the error, the month is lost
# without a word: "2023 ". (Node.js 24.21.0 writes "2023 August" and "2023 8月" there, which no reader of either language would.) Only a month of the Gregorian calendar has its name.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund temporal-polyfill@1.0.8 node@20.20.2
cat > look.mjs <<'JS'
import { Intl, Temporal } from 'temporal-polyfill'
const month = Temporal.PlainYearMonth.from('2023-08')
const shape = { year: 'numeric', month: 'long' }
const say = (name, make) => {
  try {
    console.log(name, JSON.stringify(make()))
  } catch (error) {
    console.log(name, error.name, error.message)
  }
}
for (const language of ['en', 'ja']) {
  say('day', () => Temporal.PlainDate.from('2023-08-23').toLocaleString(language, { ...shape, day: 'numeric' }))
  say('month', () => month.toLocaleString(language, shape))
  say('month, as the error asks', () => month.toLocaleString(language, { ...shape, calendar: 'iso8601' }))
  say('the same by a format', () => new Intl.DateTimeFormat(language, { ...shape, calendar: 'iso8601' }).format(month))
  say('Gregorian month', () => Temporal.PlainYearMonth.from({ year: 2023, month: 8, calendar: 'gregory' }).toLocaleString(language, shape))
}
JS
node_modules/.bin/node look.mjs | tee seen.txt
diff -u - seen.txt <<'SEEN'
day "August 23, 2023"
month RangeError Mismatching Calendars
month, as the error asks "2023 "
the same by a format "2023 "
Gregorian month "August 2023"
day "2023年8月23日"
month RangeError Mismatching Calendars
month, as the error asks "2023 "
the same by a format "2023 "
Gregorian month "2023年8月"
SEEN
