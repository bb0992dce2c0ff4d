package org.posescope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.testkit.Shared;
import org.posescope.testkit.VideoFile;

/** What the user gets for input that cannot be: one line, exit status 2, and nothing half-written. */
class BadInputTest {
    @TempDir
    private Path folder;

    @Test
    void a_missing_file() {
        requireRefused(folder.resolve("nothing.mp4"), "nothing.mp4");
    }

    @Test
    void a_text_file_that_is_named_like_a_video() throws IOException {
        Path text = Files.writeString(folder.resolve("text.mp4"), "this is not a video\n".repeat(100));

        requireRefused(text, "text.mp4");
    }

    @Test
    void an_empty_image() throws IOException {
        requireRefused(Files.createFile(folder.resolve("empty.png")), "empty.png");
    }

    @Test
    void an_image_that_would_take_more_than_a_gigabyte() throws IOException {
        Path image = folder.resolve("huge.png");
        Files.write(image, pngHeader(20_000, 20_000));

        requireRefused(image, "huge.png");
    }

    @Test
    void a_folder_without_images() throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve("texts")).resolve("a.txt"), "a");

        requireRefused(folder.resolve("texts"), "texts");
    }

    @Test
    void a_camera_that_is_not_there() {
        requireRefused("77", "77");
    }

    @Test
    void an_output_in_a_folder_that_does_not_exist() throws IOException {
        Path output = folder.resolve("no/such/folder/o.mp4");
        Path json = folder.resolve("o.json");

        Program.Ended ended = Program.run("-i", clip(), "--json", json, "-o", output);

        requireOneLine(ended, "no/such/folder");
        assertThat(json).doesNotExist();
    }

    @Test
    void the_input_as_output() throws IOException {
        Path copy = Files.copy(clip(), folder.resolve("copy.mp4"));
        long bytes = Files.size(copy);

        requireOneLine(Program.run("-i", copy, "-o", copy), "copy.mp4");
        assertThat(copy).hasSize(bytes);
    }

    @Test
    void a_model_file_with_another_content() throws IOException {
        Path model = Files.writeString(folder.resolve("pose_landmark_full.tflite"), "not the model");

        requireOneLine(Program.run("-i", clip(), "-m", model), "sha256");
    }

    @Test
    void a_model_folder_whose_file_was_changed() throws IOException {
        Files.writeString(folder.resolve("pose_landmark_full.tflite"), "not the model");
        Files.writeString(folder.resolve("pose_detection.tflite"), "not the model");

        requireOneLine(Program.plain("run", "--no-show", "--models", folder, "-i", clip()), "sha256");
    }

    @Test
    void options_that_cannot_be() {
        requireOneLine(Program.run("-i", clip(), "-t", "1.5"), "threshold");
        requireOneLine(
                Program.run("-i", clip(), "-m", Shared.file("data/detector/yolox_nano.onnx"), "--engine", "tflite"),
                "cannot run on tflite");
        requireOneLine(Program.run("-i", clip(), "--show", "bones"), "bones");
        requireOneLine(Program.run("-i", clip(), "--fx", "100", "--fov", "60"), "--fov");
        requireOneLine(Program.run("-i", clip(), "--limit", "0"), "--limit");
        requireOneLine(Program.run("-i", clip(), "-d", "abacus"), "abacus");
    }

    @Test
    void a_video_that_was_cut_gives_what_is_there_and_a_warning() throws IOException {
        Path whole = folder.resolve("whole.mkv");
        Program.run("-i", clip(), "-o", whole);
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = folder.resolve("cut.mkv");
        try (OutputStream out = Files.newOutputStream(cut)) {
            out.write(bytes, 0, bytes.length / 2);
        }
        Path output = folder.resolve("o.mp4");

        Program.Ended ended = Program.run("-i", cut, "-o", output);

        assertThat(ended.status()).as(ended.err()).isZero();
        assertThat(ended.err()).contains("warning: ").contains("cut.mkv");
        assertThat(VideoFile.read(output).pictures().size()).isBetween(5, 35);
    }

    private static Path clip() {
        return Shared.file("data/video/single_person_demo.mp4");
    }

    private void requireRefused(Object input, String named) {
        Path output = folder.resolve("o.mp4");
        Path json = folder.resolve("o.json");

        requireOneLine(Program.run("-i", input, "-o", output, "--json", json), named);
        assertThat(output).doesNotExist();
        assertThat(json).doesNotExist();
    }

    private static void requireOneLine(Program.Ended ended, String named) {
        List<String> lines = ended.err().lines().toList();
        assertThat(lines).as(ended.err()).hasSize(1);
        assertThat(lines.getFirst()).startsWith("posescope: ").contains(named).doesNotContain("Exception");
        assertThat(ended.status()).isEqualTo(2);
    }

    /** The start of a PNG file: signature and image header, 8 bits grey; the pixels are missing. */
    private static byte[] pngHeader(int width, int height) {
        ByteBuffer chunk = ByteBuffer.allocate(17);
        chunk.put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(width).putInt(height).put((byte) 8).put((byte) 0)
                .put((byte) 0).put((byte) 0).put((byte) 0);
        CRC32 crc = new CRC32();
        crc.update(chunk.array());
        return ByteBuffer.allocate(33).put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}).putInt(13)
                .put(chunk.array()).putInt((int) crc.getValue()).array();
    }
}
