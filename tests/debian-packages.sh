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
[ -z "$missing" ] && exit 0
echo "Installing:$missing"
"$@" apt-get update -q
# shellcheck disable=SC2086 # a list of package names
"$@" apt-get install -qy --no-install-recommends $missing
