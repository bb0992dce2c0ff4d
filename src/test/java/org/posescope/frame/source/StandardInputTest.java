package org.posescope.frame.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.error.UserException;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.frame.SourceOptions;
import org.posescope.testkit.TestPicture;
import org.posescope.testkit.TestVideos;

class StandardInputTest {
    @TempDir
    Path folder;

    /** A process of its own, because a process has one standard input. */
    static final class Reader {
        private Reader() {}

        public static void main(String[] args) {
            try (FramePool pool = new FramePool();
                    FrameSource source = Sources.open("-", SourceOptions.DEFAULT, pool)) {
                int frames = 0;
                for (Frame frame = source.next(); frame != null; frame = source.next()) {
                    frame.close();
                    frames++;
                }
                System.out.print(source.info().kind() + " " + frames + source.warnings());
            } catch (UserException e) {
                System.out.print(e.getMessage());
            }
        }
    }

    private static String read(byte[] input) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-Dorg.bytedeco.javacpp.logger=slf4j", "-cp",
                System.getProperty("java.class.path"), Reader.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (OutputStream pipe = process.getOutputStream()) {
            pipe.write(input);
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output.lines().filter(line -> !line.startsWith("[")).reduce("", (all, line) -> all + line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clip.ts", "clip.mkv", "clip.avi", "clip.mp4"})
    void a_video_is_read(String name) throws Exception {
        byte[] clip = Files.readAllBytes(TestVideos.clip(96, 64, 50).indexFirst().write(folder.resolve(name)));
        assertThat(read(clip)).isEqualTo("VIDEO 50[]");
    }

    @Test
    void images_one_after_the_other_are_read() throws Exception {
        byte[] image = Files.readAllBytes(TestVideos.image(folder.resolve("a.jpg"), 96, 64, TestPicture.corners(),
                "mjpeg", "yuvj420p"));
        byte[] three = new byte[3 * image.length];
        for (int i = 0; i < 3; i++) {
            System.arraycopy(image, 0, three, i * image.length, image.length);
        }
        assertThat(read(three)).isEqualTo("VIDEO 3[]");
    }

    @Test
    void what_cannot_be_read_from_front_to_back_is_told() throws Exception {
        byte[] clip = Files.readAllBytes(TestVideos.clip(96, 64, 200).encodedBy("rawvideo", "rgb24")
                .write(folder.resolve("clip.mov")));
        assertThat(read(clip)).isEqualTo("standard input has its index (the moov atom) at its end, so it cannot be read"
                + " from front to back; save it as a file and open that");
        assertThat(read(new byte[0])).isEqualTo("standard input is empty (0 bytes)");
    }
}
