#!/usr/bin/env bash
# Installs what some tests compare with or use: poppler (PDF), LibreOffice Writer (Word, and making the corpus), Tesseract (scans).
# Nothing depends on them: where they cannot be installed, those tests are skipped.
set -u

declare -A package_of=([pdftotext]=poppler-utils [soffice]=libreoffice-writer [tesseract]=tesseract-ocr)
packages=()
for tool in "${!package_of[@]}"; do
  command -v "$tool" >/dev/null 2>&1 || packages+=("${package_of[$tool]}")
done
# better-sqlite3 is compiled where no ready-made build of it can be had.
command -v c++ >/dev/null 2>&1 || packages+=(g++ make)
command -v python3 >/dev/null 2>&1 || packages+=(python3)

if [ "${#packages[@]}" -eq 0 ]; then
  exit 0
fi
if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null 2>&1; then
  echo "install-test-tools: not root, or no apt-get: ${packages[*]} not installed, the tests that need them are skipped" >&2
  exit 0
fi
export DEBIAN_FRONTEND=noninteractive
if ! { apt-get update -qq && apt-get install -y -qq --no-install-recommends "${packages[@]}"; } >/dev/null </dev/null; then
  echo "install-test-tools: could not install ${packages[*]}; the tests that need them are skipped" >&2
fi
exit 0
