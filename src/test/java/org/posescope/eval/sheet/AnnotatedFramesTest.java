package org.posescope.eval.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.draw.raster.Canvas;
import org.posescope.frame.Frame;
import org.posescope.testkit.TestFrames;

class AnnotatedFramesTest {
    private static final int GREEN = 0xFF00FF00;
    private static final int RED = 0xFFFF0000;

    @TempDir
    private Path folder;

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void large_pictures_are_made_small_and_small_ones_stay() throws IOException {
        try (AnnotatedFrames drawn = new AnnotatedFrames(folder);
                Frame large = TestFrames.of(1280, 640, (x, y) -> GREEN);
                Frame small = TestFrames.of(30, 60, (x, y) -> GREEN)) {
            drawn.add(large, List.of(), "large.png", "");
            drawn.add(small, List.of(), "sub/small.webp", "");
        }

        assertThat(files()).containsExactly("contact-00.png", "large.png", "sub_small.webp.jpg");
        try (Frame large = TestFrames.load(folder.resolve("large.png"));
                Frame small = TestFrames.load(folder.resolve("sub_small.webp.jpg"))) {
            assertThat(List.of(large.width(), large.height())).containsExactly(640, 320);
            assertThat(Canvas.on(large).pixel(320, 160)).isEqualTo(GREEN);
            assertThat(List.of(small.width(), small.height())).containsExactly(30, 60);
        }
    }

    @Test
    void twenty_pictures_fill_a_sheet() throws IOException {
        try (AnnotatedFrames drawn = new AnnotatedFrames(folder)) {
            for (int i = 0; i < 21; i++) {
                int color = i < 20 ? GREEN : RED;
                try (Frame frame = TestFrames.of(32, 24, (x, y) -> color)) {
                    drawn.add(frame, List.of(), i + ".png", "found " + i);
                }
            }
        }

        assertThat(files()).hasSize(23).contains("contact-00.png", "contact-01.png");
        try (Frame first = TestFrames.load(folder.resolve("contact-00.png"));
                Frame second = TestFrames.load(folder.resolve("contact-01.png"))) {
            assertThat(List.of(first.width(), first.height())).containsExactly(1600, 1136);
            for (int tile = 0; tile < 20; tile++) {
                int x = tile % 5 * 320 + 160;
                int y = tile / 5 * 284 + 120;
                assertThat(Canvas.on(first).pixel(x, y)).isEqualTo(GREEN);
                assertThat(Canvas.on(second).pixel(x, y) == RED).isEqualTo(tile == 0);
            }
        }
    }
}
