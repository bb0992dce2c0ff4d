#!/bin/sh
# Run by jpackage before it packs the image: what the system looks for outside /opt becomes part of the package, so that dpkg
# removes it again and its triggers tell the desktop.
set -eu
root=${JpAppImageDir%/opt/posescope}
mkdir -p "$root/usr/bin" "$root/usr/share"
ln -s /opt/posescope/bin/posescope "$root/usr/bin/posescope"
mv "$JpAppImageDir/share/applications" "$JpAppImageDir/share/icons" "$root/usr/share/"
