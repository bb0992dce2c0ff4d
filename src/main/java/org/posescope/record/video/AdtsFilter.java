package org.posescope.record.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_INPUT_BUFFER_PADDING_SIZE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_NEW_EXTRADATA;
import static org.bytedeco.ffmpeg.global.avcodec.av_bsf_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_bsf_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_bsf_get_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.av_bsf_init;
import static org.bytedeco.ffmpeg.global.avcodec.av_bsf_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_bsf_send_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free_side_data;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_get_side_data;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_copy;
import static org.bytedeco.ffmpeg.global.avutil.av_mallocz;

import org.bytedeco.ffmpeg.avcodec.AVBSFContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.SizeTPointer;
import org.posescope.error.UserException;

/**
 * Takes the header off each packet of AAC as transport streams have it (ADTS) and says once, before the first packet, what these
 * headers say, as all other files want it. Owns native memory until it is closed.
 */
final class AdtsFilter implements AutoCloseable {
    private final AVCodecParameters parameters;
    private final AVBSFContext context = new AVBSFContext(null);

    /**
     * @param stream whose description is completed with the first packet
     * @throws UserException when the filter does not take such sound
     */
    AdtsFilter(AVStream stream) {
        parameters = stream.codecpar();
        check(av_bsf_alloc(av_bsf_get_by_name("aac_adtstoasc"), context));
        try {
            check(avcodec_parameters_copy(context.par_in(), parameters));
            context.time_base_in(stream.time_base());
            check(av_bsf_init(context));
        } catch (UserException e) {
            close();
            throw e;
        }
    }

    private static void check(int code) {
        if (code < 0) {
            throw new UserException("its sound cannot be taken out of the stream: " + Ffmpeg.message(code));
        }
    }

    /** Whether sound has to go through it: AAC without a description. */
    static boolean isNeeded(AVCodecParameters parameters) {
        return parameters.codec_id() == AV_CODEC_ID_AAC && parameters.extradata_size() == 0;
    }

    /**
     * Changes a packet.
     *
     * @return false when it is damaged; it is empty then
     */
    boolean apply(AVPacket packet) {
        if (av_bsf_send_packet(context, packet) < 0 || av_bsf_receive_packet(context, packet) < 0) {
            av_packet_unref(packet);
            return false;
        }
        describe(packet);
        return true;
    }

    private void describe(AVPacket packet) {
        try (SizeTPointer size = new SizeTPointer(1)) {
            BytePointer header = av_packet_get_side_data(packet, AV_PKT_DATA_NEW_EXTRADATA, size);
            if (header != null && !header.isNull() && parameters.extradata_size() == 0) {
                long bytes = size.get();
                BytePointer copy = new BytePointer(av_mallocz(bytes + AV_INPUT_BUFFER_PADDING_SIZE));
                byte[] content = new byte[(int) bytes];
                header.get(content);
                copy.put(content);
                parameters.extradata(copy);
                parameters.extradata_size((int) bytes);
            }
        }
        av_packet_free_side_data(packet);
    }

    @Override
    public void close() {
        av_bsf_free(context);
    }
}
