package org.posescope.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_UNCHANGED;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imread;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.error.UserException;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.testkit.TestPictures;

class ImageSequenceWriterTest {
    private final FramePool pool = new FramePool();

    @TempDir
    Path folder;

    @AfterEach
    void nothing_is_kept() {
        assertThat(pool.lent()).isZero();
        pool.close();
    }

    @ParameterizedTest
    @CsvSource({"new/deep/%05d.png,new/deep/00007.png", "%d.jpg,7.jpg", "shot_%03d_x.JPEG,shot_007_x.JPEG",
        "100%%_%02d.png,100%%_07.png"})
    void files_are_numbered_by_the_frame_and_missing_folders_are_made(String pattern, String expected)
            throws IOException {
        write(pattern, 7, 12);

        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(2).contains(folder.resolve(expected));
        }
    }

    @Test
    void a_png_holds_the_pixels_without_alpha() {
        write("%05d.png", 5);

        try (Mat read = imread(folder.resolve("00005.png").toString(), IMREAD_UNCHANGED);
                Frame frame = TestPictures.frame(pool, 321, 241, 5, 0)) {
            assertThat(List.of(read.cols(), read.rows(), read.channels())).containsExactly(321, 241, 3);
            for (int y = 0; y < 241; y += 10) {
                for (int x = 0; x < 321; x++) {
                    int bgra = frame.pixels().get(ValueLayout.JAVA_INT_UNALIGNED, 4L * (y * 321 + x));
                    assertThat(read.ptr(y, x).getInt() & 0xffffff).isEqualTo(bgra & 0xffffff);
                }
            }
        }
    }

    @Test
    void a_jpeg_looks_like_the_picture() {
        write("%05d.jpg", 5);

        try (Mat read = imread(folder.resolve("00005.jpg").toString(), IMREAD_UNCHANGED)) {
            assertThat(List.of(read.cols(), read.rows(), read.channels())).containsExactly(321, 241, 3);
            assertThat(TestPictures.number(321, (x, y) -> read.ptr(y, x).get() & 0xff)).isEqualTo(5);
        }
    }

    @Test
    void a_plain_name_takes_one_picture() {
        assertThatThrownBy(() -> write("out.png", 0, 1)).isInstanceOf(UserException.class).hasMessage(
                folder.resolve("out.png") + " takes one picture: name several like out_%05d.png.");
        assertThat(folder.resolve("out.png")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%05d.bmp", "%05d", "png"})
    void other_formats_are_refused_in_one_sentence(String pattern) {
        assertThatThrownBy(() -> write(pattern, 0)).isInstanceOf(UserException.class)
                .hasMessageEndingWith("says no kind of image: it should end with .png or .jpg.");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void two_numbers_are_refused() {
        assertThatThrownBy(() -> write("%d_%d.png", 0)).isInstanceOf(UserException.class)
                .hasMessageContaining("more than one place for a number");
    }

    @Test
    void a_file_in_place_of_the_folder_is_told_in_one_sentence() throws IOException {
        Files.writeString(folder.resolve("text"), "x");

        assertThatThrownBy(() -> write("text/%05d.png", 0)).isInstanceOf(UserException.class)
                .hasMessageStartingWith("Cannot create the folder").hasMessageNotContaining("\n");
    }

    @Test
    void a_file_that_cannot_be_written_is_told_in_one_sentence() throws IOException {
        Files.createDirectory(folder.resolve("1.png"));

        assertThatThrownBy(() -> write("%d.png", 0, 1)).isInstanceOf(UserException.class)
                .hasMessageStartingWith("Cannot write " + folder.resolve("1.png")).hasMessageNotContaining("\n");
        assertThat(folder.resolve("0.png")).isRegularFile();
    }

    private void write(String pattern, int... numbers) {
        try (ImageSequenceWriter writer = ImageSequenceWriter.open(folder.resolve(pattern).toString())) {
            for (int number : numbers) {
                try (Frame frame = TestPictures.frame(pool, 321, 241, number, 0)) {
                    writer.accept(frame, List.of());
                }
            }
        }
    }
}
