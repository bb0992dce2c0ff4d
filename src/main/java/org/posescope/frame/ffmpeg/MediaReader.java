package org.posescope.frame.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.posescope.error.UserException;

/**
 * The decoded pictures of one input, still as the decoder left them. One picture is current at a time and valid until the
 * next is asked for. Not thread-safe but for {@link #cancel}.
 */
final class MediaReader implements AutoCloseable {
    private final MediaInput input;
    private final Interrupt interrupt = new Interrupt();
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame picture = av_frame_alloc();
    private Demuxer demuxer;
    private PictureDecoder decoder;
    private AVRational containerAspect;
    private boolean current;
    /** Whether packets are left out because decoding them needs pictures from before a seek. */
    private boolean awaitingKey;
    private final Passage passage = new Passage();

    /** Whether the last packet was incomplete, and how many incomplete ones were followed by others. */
    private boolean incomplete;
    private long incompletePackets;
    private final FfmpegLog.Lines decoding = new FfmpegLog.Lines();

    /**
     * Opens the input and decodes its first picture, which is current then.
     *
     * @throws org.posescope.error.UserException when the input cannot be opened or not one picture of it be decoded
     */
    MediaReader(MediaInput input) {
        FfmpegLog.install();
        this.input = input;
        FfmpegLog.Lines log = new FfmpegLog.Lines();
        try {
            FfmpegLog.collect(log, () -> {
                demuxer = new Demuxer(input, interrupt, log);
                decoder = new PictureDecoder(demuxer.stream(), input, demuxer.live());
                containerAspect = demuxer.stream().sample_aspect_ratio();
                return true;
            });
            FfmpegLog.collect(decoding, () -> first(log));
            decoding.all().forEach(log::note);
            if (!current) {
                throw FfmpegErrors.nothingDecoded(input, log);
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private boolean first(FfmpegLog.Lines opening) {
        try {
            return advance();
        } catch (UserException e) {
            throw FfmpegErrors.indexAtEnd(input, opening).orElse(e);
        }
    }

    MediaInput input() {
        return input;
    }

    Demuxer demuxer() {
        return demuxer;
    }

    /** The current picture, or null after the last. */
    AVFrame picture() {
        return current ? picture : null;
    }

    /**
     * Makes the next picture the current one.
     *
     * @return false after the last picture, and when cancelled
     * @throws org.posescope.error.UserException when a camera or a network stream is lost
     */
    boolean advance() {
        current = false;
        while (true) {
            switch (decoder.receive(picture)) {
                case PICTURE -> {
                    if (containerAspect.num() > 0) {
                        picture.sample_aspect_ratio(containerAspect);
                    }
                    current = true;
                    return true;
                }
                case END -> {
                    return false;
                }
                case NEEDS_PACKET -> feed();
            }
        }
    }

    private void feed() {
        if (!demuxer.read(packet)) {
            decoder.send(null, true);
            return;
        }
        if (awaitingKey && (packet.flags() & avcodec.AV_PKT_FLAG_KEY) == 0) {
            av_packet_unref(packet);
            return;
        }
        awaitingKey = false;
        incompletePackets += incomplete ? 1 : 0;
        // A live picture is worth showing with a flaw, a recorded one is not worth a wrong pose.
        incomplete = !demuxer.live() && (packet.flags() & avcodec.AV_PKT_FLAG_CORRUPT) != 0;
        if (!incomplete) {
            decoder.send(packet, !passage.skips(packet.pts()));
        }
        av_packet_unref(packet);
    }

    /**
     * Of the pictures to come, those before a time need not be shown: they may be left out, which is faster.
     *
     * @param timestamp in the time base of the stream
     * @param farthest  by how much times may run backwards from one packet to another, likewise
     */
    void pass(long timestamp, long farthest) {
        passage.begin(timestamp, farthest);
    }

    /** Whether pictures so far were interlaced. */
    boolean interlaced() {
        return decoder.interlaced();
    }

    /** Pictures missing or decoded only in part since the last seek; the last one of a file that was cut off does not count. */
    long damaged() {
        return incompletePackets + decoder.damaged();
    }

    /** What the decoder said of the first picture, as far as it did so on the thread that opened the input. */
    FfmpegLog.Lines firstPictureLog() {
        return decoding;
    }

    /**
     * Goes to a key picture near {@code timestamp}, as a rule before it, and makes the first picture from there whose time
     * is known the current one.
     *
     * @param timestamp in the time base of the stream
     * @return false when the format cannot do that or there is no such picture
     */
    boolean seek(long timestamp) {
        if (!demuxer.seek(timestamp)) {
            return false;
        }
        startOver(true);
        while (advance()) {
            if (picture.best_effort_timestamp() != avutil.AV_NOPTS_VALUE()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Goes to the first byte and makes the first picture the current one, for formats that cannot find a time.
     *
     * @return false when the format cannot do that either
     */
    boolean rewind() {
        if (!demuxer.rewind()) {
            return false;
        }
        startOver(false);
        return advance();
    }

    private void startOver(boolean atKeyPicture) {
        passage.end();
        decoder.flush();
        awaitingKey = atKeyPicture;
        incomplete = false;
        incompletePackets = 0;
    }

    /** Ends a blocked {@link #advance} of another thread, for good. */
    void cancel() {
        interrupt.cancel();
    }

    @Override
    public void close() {
        if (decoder != null) {
            decoder.close();
        }
        if (demuxer != null) {
            demuxer.close();
        }
        av_frame_free(picture);
        av_packet_free(packet);
        interrupt.close();
    }
}
