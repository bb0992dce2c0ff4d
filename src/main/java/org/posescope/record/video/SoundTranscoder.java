package org.posescope.record.video;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;

import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.posescope.error.UserException;

/**
 * Sound decoded and encoded anew, for files that do not hold it as it is. Where the sound jumps, by seeking or because a piece is
 * missing, the encoder starts again, so that each packet keeps its time. One thread at a time; owns native memory.
 */
final class SoundTranscoder implements SoundPackets {
    private static final long NONE = Long.MIN_VALUE;
    /** A gap that is shorter than this is a rounded time. */
    private static final int GAPS_PER_SECOND = 25;

    private final SoundReader reader;
    private final SoundDecoder decoder;
    private final String encoderName;
    private final AVCodecParameters parameters = avcodec_parameters_alloc();
    private final AVPacket packet = av_packet_alloc();
    private final TimeBase unit;
    private final long origin;
    private SoundEncoder encoder;
    /** Time of the sample after the last that the encoder was given. */
    private long next = NONE;
    private boolean ended;
    private boolean closed;

    /**
     * @param reader      taken over, unless this fails
     * @param encoderName FFmpeg's
     * @throws IllegalStateException when the sound cannot be decoded or there is no such encoder
     */
    SoundTranscoder(SoundReader reader, String encoderName) {
        this.reader = reader;
        this.encoderName = encoderName;
        this.decoder = new SoundDecoder(reader.parameters(), reader.unit());
        try {
            encoder = new SoundEncoder(encoderName, reader.parameters());
            Ffmpeg.check(avcodec_parameters_from_context(parameters, encoder.context()), "describing sound");
        } catch (RuntimeException e) {
            releaseAllButReader();
            throw e;
        }
        unit = new TimeBase(1, encoder.rate());
        origin = inUnit(reader.origin());
    }

    private long inUnit(long ticks) {
        TimeBase own = reader.unit();
        return Math.round((double) ticks * own.numerator() / own.denominator() * unit.denominator());
    }

    @Override
    public AVCodecParameters parameters() {
        return parameters;
    }

    @Override
    public String codec() {
        return encoder.codec();
    }

    @Override
    public TimeBase unit() {
        return unit;
    }

    @Override
    public long origin() {
        return origin;
    }

    @Override
    public boolean read(AVPacket target) {
        while (true) {
            int code = avcodec_receive_packet(encoder.context(), target);
            if (code >= 0) {
                return true;
            }
            if (code == AVERROR_EAGAIN()) {
                tryToFeed();
            } else if (code == AVERROR_EOF() && !ended) {
                startAgain();
            } else if (code == AVERROR_EOF()) {
                return false;
            } else {
                throw new UserException("its sound cannot be converted: " + Ffmpeg.message(code));
            }
        }
    }

    private void tryToFeed() {
        try {
            feed();
        } catch (IllegalStateException e) {
            throw new UserException("its sound cannot be converted: " + e.getMessage(), e);
        }
    }

    /** Gives the encoder more sound, or tells it that a stretch of sound is over. */
    private void feed() {
        while (!encoder.full()) {
            if (!decoder.decoded() && !decode()) {
                ended = true;
                encoder.finish();
                return;
            }
            long start = inUnit(decoder.start());
            long expected = next == NONE ? start : next;
            if (Math.abs(start - expected) > unit.denominator() / GAPS_PER_SECOND) {
                encoder.finish();
                return;
            }
            if (next == NONE) {
                encoder.startAt(start);
            }
            encoder.add(decoder.take());
            next = encoder.end();
        }
        encoder.encode();
    }

    private boolean decode() {
        while (!decoder.receive()) {
            if (decoder.over()) {
                return false;
            }
            if (reader.read(packet)) {
                decoder.send(packet);
                av_packet_unref(packet);
            } else {
                decoder.send(null);
            }
        }
        return true;
    }

    private void startAgain() {
        encoder.close();
        encoder = new SoundEncoder(encoderName, reader.parameters());
        next = NONE;
        ended = false;
    }

    @Override
    public void seek(long micros) {
        reader.seek(micros);
        decoder.flush();
        startAgain();
    }

    private void releaseAllButReader() {
        if (encoder != null) {
            encoder.close();
        }
        decoder.close();
        avcodec_parameters_free(parameters);
        av_packet_free(packet);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            releaseAllButReader();
            reader.close();
        }
    }
}
