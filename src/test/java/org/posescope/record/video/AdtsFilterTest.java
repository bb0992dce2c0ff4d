package org.posescope.record.video;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MP3;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;

import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.junit.jupiter.api.Test;
import org.posescope.error.UserException;

class AdtsFilterTest {
    @Test
    void sound_that_the_filter_does_not_take_is_one_sentence() {
        AVFormatContext context = avformat_alloc_context();
        try {
            AVStream stream = avformat_new_stream(context, null);
            stream.codecpar().codec_id(AV_CODEC_ID_MP3);

            assertThatThrownBy(() -> new AdtsFilter(stream)).isInstanceOf(UserException.class)
                    .hasMessage("its sound cannot be taken out of the stream: Invalid argument");
        } finally {
            avformat_free_context(context);
        }
    }
}
