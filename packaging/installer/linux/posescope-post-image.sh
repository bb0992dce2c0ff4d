#!/bin/sh
# Run by jpackage before it packs the image: what the system looks for outside /opt becomes part of the package, so that dpkg
# removes it again and its triggers tell the desktop.
set -eu
image=$JpAppImageDir/opt/posescope
mkdir -p "$JpAppImageDir/usr/bin" "$JpAppImageDir/usr/share"
# As packaging/bin/posescope: where no locale is set, Java takes names of files for ASCII.
cat >"$JpAppImageDir/usr/bin/posescope" <<'EOF'
#!/bin/sh
if [ "$(locale charmap 2>/dev/null)" = ANSI_X3.4-1968 ]; then
    export LC_ALL=C.UTF-8
fi
exec /opt/posescope/bin/posescope "$@"
EOF
chmod 755 "$JpAppImageDir/usr/bin/posescope"
mv "$image/lib/app/share/applications" "$image/lib/app/share/icons" "$JpAppImageDir/usr/share/"
rmdir "$image/lib/app/share"
# Java takes its AOT cache only with jars of the time that it was made with: AppImage.JAR_TIME.
find "$image/lib/app/lib" -name '*.jar' -exec touch -d 2026-01-01T00:00:00Z {} +
