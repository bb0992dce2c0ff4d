package org.posescope.frame.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.testkit.Shared;

class ToneMapTest {
    private final FramePool pool = new FramePool();

    @AfterEach
    void every_frame_was_given_back() {
        assertThat(pool.lent()).isZero();
        pool.close();
    }

    /** Blue, green and red of one pixel. */
    private static int[] map(ToneMap map, double blue, double green, double red) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment pixel = arena.allocate(4);
            map.apply(new ToneMap.Planes(sample(arena, green), sample(arena, blue), sample(arena, red), 2), pixel, 1,
                    1);
            return new int[] {pixel.get(ValueLayout.JAVA_BYTE, 0) & 0xFF, pixel.get(ValueLayout.JAVA_BYTE, 1) & 0xFF,
                pixel.get(ValueLayout.JAVA_BYTE, 2) & 0xFF};
        }
    }

    private static MemorySegment sample(Arena arena, double value) {
        return arena.allocateFrom(ValueLayout.JAVA_SHORT, (short) Math.round(value * 65535));
    }

    /** By hand from BT.2100: HLG 0.5 is 50.7 cd/m², PQ 0.5081 is 100. */
    @ParameterizedTest
    @CsvSource({"HLG, 0, 0", "HLG, 0.5, 192", "HLG, 1, 255", "PQ, 0, 0", "PQ, 0.5081, 232", "PQ, 0.7518, 255",
        "PQ, 1, 255"})
    void grey_stays_grey_and_has_the_brightness_of_its_light(HdrTransfer transfer, double value, int expected) {
        int[] mapped = map(new ToneMap(transfer, 1000, true), value, value, value);

        for (int colour : mapped) {
            assertThat(colour).isCloseTo(expected, within(1));
        }
    }

    @Test
    void a_colour_that_is_too_bright_keeps_its_hue() {
        int[] mapped = map(new ToneMap(HdrTransfer.PQ, 1000, false), 0.3, 0.5, 0.75);

        assertThat(mapped[0]).isLessThan(mapped[1]);
        assertThat(mapped[1]).isLessThan(mapped[2]);
        assertThat(mapped[2]).isGreaterThan(250);
    }

    @Test
    void a_clip_in_hlg_looks_as_the_one_from_which_it_was_made() {
        try (VideoSource hdr = VideoSource.open(Shared.file("data/bugs/hlg.mp4"), 1, pool);
                VideoSource sdr = VideoSource.open(Shared.file("data/bugs/vlate.mkv"), 1, pool)) {
            for (int i = 0; i < 40; i++) {
                try (Frame mapped = hdr.next(); Frame original = sdr.next()) {
                    assertThat(difference(mapped.pixels(), original.pixels())).as("frame %d", i).isLessThan(8);
                }
            }
            assertThat(hdr.warnings()).containsExactly(
                    "hlg.mp4 is HDR (HLG); people are looked for in it, and it is shown and recorded, as SDR");
            assertThat(sdr.warnings()).isEmpty();
        }
    }

    /** Mean, in grey levels. */
    private static double difference(MemorySegment one, MemorySegment other) {
        long sum = 0;
        for (long i = 0; i < one.byteSize(); i++) {
            sum += Math.abs((one.get(ValueLayout.JAVA_BYTE, i) & 0xFF) - (other.get(ValueLayout.JAVA_BYTE, i) & 0xFF));
        }
        return (double) sum / one.byteSize();
    }
}
