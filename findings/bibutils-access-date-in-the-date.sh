#!/usr/bin/env bash
# bibutils 7.2 (Debian 12), ris2xml: of a work that is dated to a year the day on which it was read (RIS Y2) is put
# behind the year, as its month: “2023-2026/11/26/”. Guessed: a date that is not known further stays as it is, and Y2 is no part of it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq bibutils libbibutils8
for package in *.deb; do dpkg -x "$package" .; done
dpkg-deb -f bibutils_*.deb Version | grep -q '^7\.2-'
export PATH="$folder/usr/bin:$PATH" LD_LIBRARY_PATH="$(dirname "$(find "$folder/usr/lib" -name 'libbibutils.so*' | head -n 1)")"
for date in 2023/// 2023/08// 2023/08/23/; do
  printf 'TY  - STAT\r\nID  - a\r\nTI  - An act\r\nPY  - %s\r\nY2  - 2026/11/26/\r\nER  - \r\n' "$date" >work.ris
  printf '%s: %s\n' "$date" "$(ris2xml -i utf8 work.ris 2>/dev/null | grep -oE '<dateIssued>[^<]*')" | tee -a seen.txt
done
diff -u - seen.txt <<'SEEN'
2023///: <dateIssued>2023-2026/11/26/
2023/08//: <dateIssued>2023-08
2023/08/23/: <dateIssued>2023-08-23
SEEN
