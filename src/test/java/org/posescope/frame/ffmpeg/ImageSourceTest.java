package org.posescope.frame.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.error.UserException;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.SourceInfo;
import org.posescope.frame.UnreadablePicture;
import org.posescope.testkit.Shared;
import org.posescope.testkit.TestPicture;
import org.posescope.testkit.TestVideos;

class ImageSourceTest {
    @TempDir
    Path folder;

    final FramePool pool = new FramePool();

    @AfterEach
    void every_frame_was_given_back() {
        assertThat(pool.lent()).isZero();
        pool.close();
    }

    @ParameterizedTest
    @CsvSource({"a.png, png, rgb24", "a.png, png, rgba", "a.png, png, rgb48be", "a.png, png, rgba64be",
        "a.jpg, mjpeg, yuvj420p",
        "a.JPEG, mjpeg, yuvj444p", "a.bmp, bmp, bgr24", "a.tif, tiff, rgb24", "a.tiff, tiff, rgb48le",
        "a.webp, libwebp, yuv420p", "a.webp, libwebp, bgra", "wrong.jpg, png, rgb24", "img%03d.png, png, rgb24",
        "[a]*?{b}.png, png, rgb24"})
    void colours_of_every_kind_of_image_are_right(String name, String encoder, String format) {
        Path file = image(name, 80, 60, TestPicture.flat(0xFFC86432), encoder, format);
        try (ImageSource source = ImageSource.ofFile(file, pool); Frame frame = source.next()) {
            assertThat(source.info()).isEqualTo(
                    new SourceInfo(file.toString(), SourceInfo.Kind.IMAGE, 80, 60, 0, 1, 1_000_000, true));
            assertThat(List.of(frame.width(), frame.height())).isEqualTo(List.of(80, 60));
            assertNear(TestPicture.bgra(frame, 0.5, 0.5), 0xFFC86432, 4);
            assertThat(source.next()).isNull();
            assertThat(source.warnings()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"png, gray", "png, gray16be", "png, ya8", "tiff, gray", "bmp, gray", "png, monob"})
    void grey_images_keep_black_and_white(String encoder, String format) {
        Path file = image("grey.png", 48, 32, TestPicture.index(), encoder, format);
        try (ImageSource source = ImageSource.ofFile(file, pool); Frame frame = source.next()) {
            assertThat(TestPicture.indexOf(frame)).isZero();
            assertNear(TestPicture.bgra(frame, 0.5, 0.5), 0xFF000000, 3);
        }
        file = image("white.png", 48, 32, TestPicture.flat(0xFFFFFFFF), encoder, format);
        try (ImageSource source = ImageSource.ofFile(file, pool); Frame frame = source.next()) {
            assertNear(TestPicture.bgra(frame, 0.5, 0.5), 0xFFFFFFFF, 3);
        }
    }

    @ParameterizedTest
    @CsvSource({"png, rgba", "png, rgba64be", "libwebp, bgra", "png, ya8"})
    void what_is_transparent_is_laid_over_black(String encoder, String format) {
        Path file = image("ghost.png", 64, 32, (index, x, y) -> x < 0.5 ? 0x00FFFFFF : 0x80FFFFFF, encoder, format);
        try (ImageSource source = ImageSource.ofFile(file, pool); Frame frame = source.next()) {
            assertNear(TestPicture.bgra(frame, 0.2, 0.5), 0xFF000000, 4);
            assertNear(TestPicture.bgra(frame, 0.8, 0.5), 0xFF808080, 4);
        }
    }

    /** The values of the EXIF tag Orientation (CIPA DC-008, 4.6.5.1.6); stored corners are red, green, blue, white. */
    @ParameterizedTest
    @CsvSource({"1, RGBW", "2, GRWB", "3, WBGR", "4, BWRG", "5, RBGW", "6, BRWG", "7, WGBR", "8, GWRB"})
    void exif_orientation_is_applied(int orientation, String corners) throws IOException {
        Path file = image("photo.jpg", 64, 32, TestPicture.corners(), "mjpeg", "yuvj444p");
        Files.write(file, withExif(Files.readAllBytes(file), orientation));
        try (ImageSource source = ImageSource.ofFile(file, pool); Frame frame = source.next()) {
            assertThat(TestPicture.cornersOf(frame)).isEqualTo(corners);
            assertThat(List.of(frame.width(), frame.height()))
                    .isEqualTo(orientation < 5 ? List.of(64, 32) : List.of(32, 64));
        }
    }

    private static byte[] withExif(byte[] jpeg, int orientation) throws IOException {
        // APP1, length 34, "Exif", big-endian TIFF, one entry: tag 0x0112, a short, count 1.
        byte[] app1 = HexFormat.of()
                .parseHex("ffe1002245786966000" + "04d4d002a000000080001" + "0112000300000001" + "000"
                        + orientation + "0000" + "00000000");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(app1);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    @Test
    void a_picture_that_was_cut_off_is_told_alone_and_in_a_folder() throws IOException {
        byte[] bytes = Files.readAllBytes(Shared.file("data/bugs/trunc.jpg"));
        Path cut = Files.write(Files.createDirectory(folder.resolve("cut")).resolve("b.jpg"), bytes);
        TestVideos.image(cut.resolveSibling("a.jpg"), 320, 240, TestPicture.corners(), "mjpeg", "yuvj420p");
        String sentence = "b.jpg is damaged (pictures missing or shown only in part: 1)";
        try (ImageSource alone = ImageSource.ofFile(cut, pool);
                ImageSource all = ImageSource.ofFolder(cut.getParent(), pool)) {
            assertThat(flaws(alone)).containsExactly(List.of(sentence));
            assertThat(flaws(all)).containsExactly(List.of(), List.of(sentence));
            assertThat(alone.warnings()).containsExactly(sentence);
            assertThat(all.warnings()).containsExactly(sentence);
        }
    }

    private static List<List<String>> flaws(ImageSource source) {
        List<List<String>> flaws = new ArrayList<>();
        for (Frame frame = source.next(); frame != null; frame = source.next()) {
            flaws.add(frame.file().orElseThrow().flaws());
            frame.close();
        }
        return flaws;
    }

    @Test
    void a_folder_is_played_in_natural_order_with_sizes_as_they_are() {
        image("pic10.png", 96, 64, at(10), "png", "rgb24");
        image("pic2.JPG", 48, 40, at(2), "mjpeg", "yuvj420p");
        image("Pic1.bmp", 80, 60, at(1), "bmp", "bgr24");
        image("pic3.txt", 80, 60, at(3), "bmp", "bgr24");
        try (ImageSource source = ImageSource.ofFolder(folder, pool)) {
            assertThat(source.info())
                    .isEqualTo(new SourceInfo(folder.toString(), SourceInfo.Kind.IMAGE_FOLDER, 80, 60, 0, 3,
                            3_000_000, true));
            assertThat(Seen.rest(source)).containsExactly(new Seen(0, 0, 1), new Seen(1, 1_000_000, 2),
                    new Seen(2, 2_000_000, 10));
            source.seek(500_000);
            assertThat(Seen.rest(source)).containsExactly(new Seen(3, 1_000_000, 2), new Seen(4, 2_000_000, 10));
        }
    }

    private static TestPicture at(int number) {
        return (index, x, y) -> TestPicture.index().bgra(number, x, y);
    }

    @Test
    void images_that_cannot_be_read_are_left_out_with_a_warning_each() throws IOException {
        Path empty = Files.createFile(folder.resolve("1.png"));
        image("2.png", 96, 64, at(2), "png", "rgb24");
        Files.writeString(folder.resolve("3.png"), "not an image");
        image("4.png", 96, 64, at(4), "png", "rgb24");
        try (ImageSource source = ImageSource.ofFolder(folder, pool)) {
            assertThat(Seen.rest(source)).containsExactly(new Seen(1, 1_000_000, 2), new Seen(3, 3_000_000, 4));
            assertThat(source.unreadable()).containsExactly(
                    new UnreadablePicture(0, 0, "1.png", empty + " is empty (0 bytes)"), new UnreadablePicture(2,
                            2_000_000, "3.png", "3.png is damaged or not an image that can be read"));
            source.seek(0);
            assertThat(Seen.rest(source)).hasSize(2);
            assertThat(source.unreadable()).hasSize(2);
            assertThat(source.warnings()).containsExactly(empty + " is empty (0 bytes) (left out)",
                    "3.png is damaged or not an image that can be read (left out)");
        }
    }

    @Test
    void what_is_not_an_image_is_refused_in_one_sentence() throws IOException {
        assertThatThrownBy(() -> ImageSource.ofFolder(folder, pool)).isInstanceOf(UserException.class)
                .hasMessage("there is no image (jpg, png, bmp, webp, tif) in the folder " + folder);
        Path empty = Files.createFile(folder.resolve("empty.png"));
        assertRefused(empty, empty + " is empty (0 bytes)");
        assertThatThrownBy(() -> ImageSource.ofFolder(folder, pool)).isInstanceOf(UserException.class).hasMessage(
                "none of the 1 images of " + folder + " can be read, for example: " + empty
                        + " is empty (0 bytes) (left out)");
        assertRefused(Files.writeString(folder.resolve("text.png"), "Remember the milk.\n"),
                "text.png is damaged or not an image that can be read");
        Path png = image("whole.png", 96, 64, TestPicture.index(), "png", "rgb24");
        byte[] start = Arrays.copyOf(Files.readAllBytes(png), 40);
        assertRefused(Files.write(folder.resolve("cut.png"), start),
                "cut.png is damaged: not one picture of it can be decoded");
        assertRefused(folder.resolve("missing.png"), "there is no file " + folder.resolve("missing.png"));
        assertThatThrownBy(() -> ImageSource.ofFolder(folder.resolve("missing"), pool))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("missing");
    }

    @Test
    void a_picture_of_400_megapixels_is_refused_quickly_and_without_taking_memory() throws IOException {
        Path file = Files.write(folder.resolve("huge.png"), blackPng(20_000, 20_000));
        long before = Pointer.physicalBytes();
        long start = System.nanoTime();
        assertRefused(file, "huge.png is too large: 20000 x 20000 pixels, and at most 100 megapixels can be read");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(Pointer.physicalBytes() - before).isLessThan(64L << 20);
    }

    @Test
    void the_shared_photo_is_read() {
        try (ImageSource source = ImageSource.ofFile(Shared.file("data/image/000000000785.jpg"), pool);
                Frame frame = source.next()) {
            assertThat(List.of(frame.width(), frame.height())).isEqualTo(List.of(640, 425));
        }
    }

    private Path image(String name, int width, int height, TestPicture picture, String encoder, String format) {
        return TestVideos.image(folder.resolve(name), width, height, picture, encoder, format);
    }

    private void assertRefused(Path file, String sentence) {
        assertThatThrownBy(() -> ImageSource.ofFile(file, pool)).isInstanceOf(UserException.class).hasMessage(sentence);
    }

    private static void assertNear(int bgra, int expected, int tolerance) {
        for (int shift = 0; shift < 32; shift += 8) {
            assertThat(Math.abs((bgra >> shift & 0xFF) - (expected >> shift & 0xFF)))
                    .as("%08x is not %08x", bgra, expected)
                    .isLessThanOrEqualTo(tolerance);
        }
    }

    /** A black picture with one bit a pixel (PNG specification, sections 5 and 11). */
    private static byte[] blackPng(int width, int height) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(HexFormat.of().parseHex("89504e470d0a1a0a"));
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {1, 0, 0, 0, 0});
        chunk(png, "IHDR", header.toByteArray());
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            byte[] row = new byte[1 + width / 8];
            for (int y = 0; y < height; y++) {
                deflater.write(row);
            }
        }
        chunk(png, "IDAT", packed.toByteArray());
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(type.getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(data);
        CRC32 crc = new CRC32();
        crc.update(body.toByteArray());
        DataOutputStream out = new DataOutputStream(png);
        out.writeInt(data.length);
        out.write(body.toByteArray());
        out.writeInt((int) crc.getValue());
    }
}
