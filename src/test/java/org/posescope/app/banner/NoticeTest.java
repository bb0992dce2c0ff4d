package org.posescope.app.banner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = {"there is no clip.mp4 | There is no clip.mp4.", "clip.mp4 is lost | clip.mp4 is lost.",
                "that is all | That is all.", "camera: it is gone | Camera: it is gone.", "It is done! | It is done!",
                "iOS is fine | iOS is fine.", "wait… | wait…"})
    void a_notice_is_a_sentence(String text, String sentence) {
        assertThat(Notice.error(text).text()).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource({"http://127.0.0.1:9/none.mp4 cannot be opened", "rtsp://host/live does not answer",
        "/films/zero.mp4 is not a video", "c:\\films\\a.mp4 is not a video"})
    void an_address_stays_as_it_is(String text) {
        assertThat(Notice.error(text).text()).isEqualTo(text + ".");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"/films/zero.mp4 is empty (0 bytes) | /films/zero.mp4 is empty (0 bytes).",
        "It was cut. (All else is there.) | It was cut. (All else is there.)"})
    void brackets_within_a_sentence_do_not_end_it(String text, String sentence) {
        assertThat(Notice.error(text).text()).isEqualTo(sentence);
    }
}
