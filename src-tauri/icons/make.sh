#!/usr/bin/env bash
# Makes the icons: the seal 事 in white on the product's blue. Needs ImageMagick and the bundled Mincho.
set -euo pipefail
cd "$(dirname "$0")"
font=../../assets/fonts/BIZUDMincho-Regular.ttf

convert -size 1024x1024 xc:none -fill '#0017c1' -draw 'roundrectangle 32,32 991,991 224,224' \
  -font "$font" -pointsize 660 -fill white -stroke white -strokewidth 8 -gravity center -annotate +0+8 事 -strip seal.png
for size in 32 128 256 512; do convert seal.png -resize "${size}x$size" -define png:color-type=6 "$size.png"; done
convert seal.png -define icon:auto-resize=16,24,32,48,64,256 icon.ico
rm seal.png
