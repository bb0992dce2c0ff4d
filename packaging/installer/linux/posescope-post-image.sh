#!/bin/sh
# Run by jpackage before it packs the image: what the system looks for outside /opt becomes part of the package, so that dpkg
# removes it again and its triggers tell the desktop.
set -eu
image=$JpAppImageDir/opt/posescope
mkdir -p "$JpAppImageDir/usr/bin" "$JpAppImageDir/usr/share"
ln -s /opt/posescope/bin/posescope "$JpAppImageDir/usr/bin/posescope"
mv "$image/lib/app/share/applications" "$image/lib/app/share/icons" "$JpAppImageDir/usr/share/"
rmdir "$image/lib/app/share"
