package org.posescope.record.video;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.swresample.swr_alloc;
import static org.bytedeco.ffmpeg.global.swresample.swr_convert_frame;
import static org.bytedeco.ffmpeg.global.swresample.swr_free;

import java.util.Optional;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.posescope.error.UserException;

/** Decodes packets of any kind of sound, and brings them to one rate and two channels. Owns native memory. */
final class SampleDecoder implements SoundSamples {
    private static final int CHANNELS = 2;

    private final SoundPackets packets;
    private final SoundDecoder decoder;
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame converted = av_frame_alloc();
    private SwrContext resampler = swr_alloc();
    private boolean closed;

    /**
     * @param packets closed with this one
     * @throws UserException when nothing decodes them
     */
    SampleDecoder(SoundPackets packets) {
        this.packets = packets;
        try {
            decoder = new SoundDecoder(packets.parameters(), packets.unit());
        } catch (IllegalStateException e) {
            String codec = packets.codec();
            free();
            throw new UserException("its sound (" + codec + ") cannot be decoded", e);
        }
    }

    @Override
    public Optional<Piece> next() {
        while (!decoder.receive()) {
            if (decoder.over()) {
                return Optional.empty();
            }
            if (packets.read(packet)) {
                decoder.send(packet);
                av_packet_unref(packet);
            } else {
                decoder.send(null);
            }
        }
        long start = packets.unit().micros(decoder.start() - packets.origin());
        return Optional.of(new Piece(start, convert(decoder.take())));
    }

    private byte[] convert(AVFrame samples) {
        shape();
        if (swr_convert_frame(resampler, converted, samples) < 0) {
            // The kind of sound changes within the file.
            startResampler();
            shape();
            Ffmpeg.check(swr_convert_frame(resampler, converted, samples), "converting sound");
        }
        byte[] bytes = new byte[converted.nb_samples() * FRAME_BYTES];
        if (bytes.length > 0) {
            converted.data(0).get(bytes);
        }
        return bytes;
    }

    private void shape() {
        av_frame_unref(converted);
        converted.format(avutil.AV_SAMPLE_FMT_S16);
        converted.sample_rate(RATE);
        av_channel_layout_default(converted.ch_layout(), CHANNELS);
    }

    /** Nothing of what was heard before is mixed into what follows. */
    private void startResampler() {
        swr_free(resampler);
        resampler = swr_alloc();
    }

    @Override
    public void seek(long micros) {
        packets.seek(micros);
        decoder.flush();
        startResampler();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            decoder.close();
            free();
        }
    }

    private void free() {
        av_frame_free(converted);
        av_packet_free(packet);
        swr_free(resampler);
        packets.close();
    }
}
