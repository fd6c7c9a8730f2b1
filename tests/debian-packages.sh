#!/bin/sh
# Install the programs the tests open the site and its files with, where they are missing.
# Usage: debian-packages.sh [sudo]
set -eu
missing=""
need() { # need PROGRAM PACKAGE...: the packages, unless the program is there
  program=$1
  shift
  command -v "$program" >/dev/null 2>&1 || missing="$missing $*"
}
command -v google-chrome >/dev/null 2>&1 || need chromium chromium
need firefox-esr firefox-esr
need javac default-jdk-headless
need hunspell hunspell
need apertium apertium-nno-nob
need pdftotext poppler-utils
need soffice libreoffice-writer-nogui libreoffice-calc-nogui fonts-liberation fonts-dejavu-core
[ -e /usr/share/java/jaxb-runtime.jar ] || missing="$missing libjaxb-java"
[ -e /usr/share/hunspell/nn_NO.dic ] || missing="$missing hunspell-no"
if [ -n "$missing" ]; then
  echo "Installing:$missing"
  "$@" apt-get update -q
  # shellcheck disable=SC2086 # a list of package names
  "$@" apt-get install -qy --no-install-recommends $missing
fi
# The tests take minutes less with it, and pass without
if command -v chromium >/dev/null 2>&1 && ! command -v chromium-headless-shell >/dev/null 2>&1; then
  { "$@" apt-get update -q &&
    "$@" apt-get install -qy --no-install-recommends chromium-headless-shell; } ||
    echo "chromium-headless-shell is not to be had: the tests run in Chromium, and take longer"
fi
