package org.posescope.installer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The icon of the program in the containers that the systems want. All of them hold the same PNG files. */
final class Icons {
    private static final Path PICTURES = Path.of("src/main/resources/org/posescope/app/icon");
    private static final int[] SIZES = {16, 24, 32, 48, 64, 128, 256};
    private static final int ICO_HEADER = 6;
    private static final int ICO_ENTRY = 16;
    private static final int ICNS_HEADER = 8;
    /** Types of PNG pictures in an .icns file by their size in pixels. */
    private static final Map<Integer, String> ICNS_TYPES = Map.of(16, "icp4", 32, "icp5", 64, "icp6", 128, "ic07", 256,
            "ic08");

    private final SortedMap<Integer, byte[]> pictures;

    private Icons(SortedMap<Integer, byte[]> pictures) {
        this.pictures = pictures;
    }

    static Icons read() throws IOException {
        SortedMap<Integer, byte[]> pictures = new TreeMap<>();
        for (int size : SIZES) {
            pictures.put(size, Files.readAllBytes(PICTURES.resolve("posescope-" + size + ".png")));
        }
        return new Icons(pictures);
    }

    /** Writes the icon that jpackage takes on a platform. */
    Path write(Platform platform, Path folder) throws IOException {
        if (platform.isWindows()) {
            return Files.write(folder.resolve("posescope.ico"), ico());
        }
        if (platform.isMac()) {
            return Files.write(folder.resolve("posescope.icns"), icns());
        }
        return Files.write(folder.resolve("posescope.png"), pictures.get(pictures.lastKey()));
    }

    /** Writes the pictures where freedesktop.org's icon theme specification has them. */
    void writeTheme(Path icons) throws IOException {
        for (Map.Entry<Integer, byte[]> picture : pictures.entrySet()) {
            int size = picture.getKey();
            Path file = icons.resolve("hicolor/" + size + "x" + size + "/apps/posescope.png");
            Files.createDirectories(file.getParent());
            Files.write(file, picture.getValue());
        }
        Path drawing = icons.resolve("hicolor/scalable/apps/posescope.svg");
        Files.createDirectories(drawing.getParent());
        Files.copy(Path.of("packaging/icon/posescope.svg"), drawing);
    }

    /** Windows: a directory of pictures, then these (PNG since Windows Vista). */
    private byte[] ico() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(ByteBuffer.allocate(ICO_HEADER).order(ByteOrder.LITTLE_ENDIAN).putShort((short) 0)
                .putShort((short) 1).putShort((short) pictures.size()).array());
        int offset = ICO_HEADER + ICO_ENTRY * pictures.size();
        for (Map.Entry<Integer, byte[]> picture : pictures.entrySet()) {
            // 0 stands for 256.
            byte side = (byte) (picture.getKey() & 0xff);
            file.writeBytes(ByteBuffer.allocate(ICO_ENTRY).order(ByteOrder.LITTLE_ENDIAN).put(side).put(side)
                    .putShort((short) 0).putShort((short) 1).putShort((short) 32).putInt(picture.getValue().length)
                    .putInt(offset).array());
            offset += picture.getValue().length;
        }
        pictures.values().forEach(file::writeBytes);
        return file.toByteArray();
    }

    /** macOS: chunks of a type, their length with this header, and a picture. */
    private byte[] icns() {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        pictures.forEach((size, picture) -> {
            if (ICNS_TYPES.containsKey(size)) {
                chunks.writeBytes(chunk(ICNS_TYPES.get(size), picture));
            }
        });
        return chunk("icns", chunks.toByteArray());
    }

    private static byte[] chunk(String type, byte[] content) {
        return ByteBuffer.allocate(ICNS_HEADER + content.length).put(type.getBytes(StandardCharsets.US_ASCII))
                .putInt(ICNS_HEADER + content.length).put(content).array();
    }
}
