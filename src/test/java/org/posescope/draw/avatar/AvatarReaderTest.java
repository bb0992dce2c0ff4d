package org.posescope.draw.avatar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.error.UserException;

class AvatarReaderTest {
    @TempDir
    private Path folder;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content, StandardCharsets.ISO_8859_1);
    }

    private static void assertRefused(Path file, String... parts) {
        assertThatThrownBy(() -> AvatarReader.read(file)).isInstanceOf(UserException.class)
                .satisfies(refused -> assertThat(refused.getMessage()).contains(parts).doesNotContain("\n"));
    }

    @Test
    void files_that_are_no_avatars_are_refused_with_one_sentence() throws IOException {
        assertRefused(folder.resolve("none.vrm"), "none.vrm", "there is no such file");
        assertRefused(file("text.vrm", "This is a text, not a figure."), "text.vrm is not a binary glTF file");
        assertRefused(new AvatarFile(AvatarFile.Naming.NOBODY, 0, 1).write(folder.resolve("chair.glb")),
                "chair.glb is no avatar that a person can drive",
                "missing are hips, left upper arm, left lower arm and 6 more");
        byte[] whole = Files
                .readAllBytes(new AvatarFile(AvatarFile.Naming.VRM1, 0, 1).write(folder.resolve("whole.vrm")));
        for (int share = 1; share < 10; share++) {
            Path cut = Files.write(folder.resolve("cut.vrm"), Arrays.copyOf(whole, whole.length * share / 10));
            assertRefused(cut, "cut.vrm is damaged");
        }
        String text = new String(whole, StandardCharsets.ISO_8859_1);
        assertRefused(file("compressed.vrm", text
                .replace("\"asset\":{\"version\":\"2.0\"}", "\"extensionsRequired\":[\"Z\"]")
                .replace("Armature", "Armatur")),
                "needs the glTF extension Z");
        assertRefused(file("far.vrm", text.replace("\"indices\":4", "\"indices\":9")),
                "far.vrm is damaged or of an unusual kind");
    }

    @Test
    void any_bytes_give_an_avatar_or_one_sentence() throws IOException {
        byte[] whole = Files
                .readAllBytes(new AvatarFile(AvatarFile.Naming.VRM0, 0, 1).write(folder.resolve("whole.vrm")));
        for (int at = 20; at < 4000; at += 97) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x15;
            Path file = Files.write(folder.resolve("changed.vrm"), changed);
            try {
                assertThat(AvatarReader.read(file).triangles()).isNotEmpty();
            } catch (UserException refused) {
                assertThat(refused.getMessage()).contains("changed.vrm");
            }
        }
    }

    @Test
    void names_of_files_tell_which_are_avatars() {
        assertThat(List.of("a.vrm", "B.GLB", "c.mp4", "vrm", "d.glb.onnx").stream().map(Path::of)
                .filter(AvatarReader::reads))
                .containsExactly(Path.of("a.vrm"), Path.of("B.GLB"));
    }
}
