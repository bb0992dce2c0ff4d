package org.posescope.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IconsTest {
    private static final int PNG = 0x89504e47;
    private static final int PICTURES = 7;

    @TempDir
    Path folder;

    @Test
    void the_directory_of_an_ico_leads_to_its_pictures() throws IOException {
        ByteBuffer ico = read(Platform.WINDOWS_X86_64).order(ByteOrder.LITTLE_ENDIAN);

        assertThat(ico.getShort(2)).isEqualTo((short) 1);
        assertThat(ico.getShort(4)).isEqualTo((short) PICTURES);
        int end = 0;
        for (int i = 0; i < PICTURES; i++) {
            int entry = 6 + 16 * i;
            int offset = ico.getInt(entry + 12);
            assertThat(Integer.reverseBytes(ico.getInt(offset))).isEqualTo(PNG);
            end = offset + ico.getInt(entry + 8);
        }
        assertThat(end).isEqualTo(ico.capacity());
    }

    @Test
    void the_chunks_of_an_icns_follow_each_other_to_its_end() throws IOException {
        ByteBuffer icns = read(Platform.MACOS_AARCH64);

        assertThat(type(icns, 0)).isEqualTo("icns");
        assertThat(icns.getInt(4)).isEqualTo(icns.capacity());
        int chunk = 8;
        for (String type : new String[] {"icp4", "icp5", "icp6", "ic07", "ic08"}) {
            assertThat(type(icns, chunk)).isEqualTo(type);
            assertThat(icns.getInt(chunk + 8)).isEqualTo(PNG);
            chunk += icns.getInt(chunk + 4);
        }
        assertThat(chunk).isEqualTo(icns.capacity());
    }

    @Test
    void the_theme_has_every_size_and_the_drawing() throws IOException {
        Icons.read().writeTheme(folder);

        assertThat(folder.resolve("hicolor/48x48/apps/posescope.png")).isNotEmptyFile();
        assertThat(folder.resolve("hicolor/scalable/apps/posescope.svg")).isNotEmptyFile();
        assertThat(folder.resolve("hicolor")).isDirectoryContaining(size -> size.endsWith("256x256"));
    }

    private ByteBuffer read(Platform platform) throws IOException {
        return ByteBuffer.wrap(Files.readAllBytes(Icons.read().write(platform, folder)));
    }

    private static String type(ByteBuffer file, int offset) {
        byte[] type = new byte[4];
        file.get(offset, type);
        return new String(type, StandardCharsets.US_ASCII);
    }
}
