package org.posescope.record.video;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;

import java.util.Locale;
import java.util.Optional;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.posescope.error.UserException;
import org.posescope.record.RecordedSound;

/**
 * Copies the sound of a file beside its recorded pictures, packet by packet as it is, and always that of the picture: where the
 * pictures jump, by seeking or starting again, the sound jumps with them. The recording has sound from its first picture to
 * its last; a packet that begins before the first picture, or before the end of the packet before it, is left out.
 *
 * <p>
 * Sound that breaks off or that the file does not take ends there, and the pictures go on. One thread at a time.
 */
final class SoundTrack implements AutoCloseable {
    private static final double SECOND = 1e6;
    /** Sound that is earlier or later by this is not noticed (ITU-R BT.1359-1). */
    private static final long MOST_SHIFT_MICROS = 40_000;

    private final SoundReader reader;
    private final Muxer muxer;
    private final int stream;
    private final String codec;
    /** The next packet, when there is one that was read but is not due yet. */
    private final AVPacket packet = av_packet_alloc();
    private boolean held;
    private boolean started;
    private boolean ended;
    private Optional<String> lost = Optional.empty();
    /** From the times of the file to those of the recording, microseconds, and where that began to hold. */
    private long offset;
    private long stretchStart;
    private long copiedUntil;
    private boolean closed;

    /**
     * Adds a track to a file that is not started yet.
     *
     * @param reader taken over
     */
    SoundTrack(SoundReader reader, Muxer muxer) {
        this.reader = reader;
        this.muxer = muxer;
        this.codec = reader.codec();
        this.stream = muxer.addStream(reader.parameters(), reader.unit());
    }

    RecordedSound sound() {
        return new RecordedSound(Optional.of(codec), lost);
    }

    /**
     * Copies the sound before a picture.
     *
     * @param positionMicros of the picture in the file
     * @param recordedMicros of the picture in the recording, growing from 0
     */
    void advance(long positionMicros, long recordedMicros) {
        if (lost.isPresent()) {
            return;
        }
        try {
            if (!started || recordedMicros - positionMicros != offset) {
                copy(recordedMicros);
                jump(positionMicros, recordedMicros);
            }
            copy(recordedMicros);
        } catch (UserException e) {
            breakOff(e.getMessage());
        }
    }

    /** Copies the sound until the end of the last picture. */
    void finish(long recordedMicros) {
        try {
            copy(recordedMicros);
        } catch (UserException e) {
            breakOff(e.getMessage());
        }
    }

    private void jump(long positionMicros, long recordedMicros) {
        if (started || positionMicros > 0) {
            drop();
            reader.seek(positionMicros);
            ended = false;
        }
        started = true;
        offset = recordedMicros - positionMicros;
        stretchStart = recordedMicros;
    }

    private void copy(long untilMicros) {
        while (started && next() && recordedStart() < untilMicros) {
            if (recordedStart() >= Math.max(stretchStart, copiedUntil)) {
                write();
            }
            drop();
        }
    }

    /** Whether there is another packet; it is held then. */
    private boolean next() {
        if (!held && !ended) {
            held = reader.read(packet);
            ended = !held;
        }
        return held;
    }

    private long recordedStart() {
        return reader.startMicros(packet) + offset;
    }

    private void write() {
        long start = recordedStart();
        if (!muxer.timesSound() && start - copiedUntil > MOST_SHIFT_MICROS) {
            throw new UserException("this kind of file has no room for the silence in it");
        }
        long until = start + reader.durationMicros(packet);
        long ticks = packet.pts() + reader.ticks(offset);
        packet.pts(ticks);
        packet.dts(ticks);
        int code = muxer.offer(packet, stream, reader.unit());
        if (code < 0) {
            throw new UserException("the file does not take it: " + Ffmpeg.message(code));
        }
        copiedUntil = until;
    }

    private void drop() {
        av_packet_unref(packet);
        held = false;
    }

    private void breakOff(String why) {
        drop();
        ended = true;
        lost = Optional.of(
                String.format(Locale.ROOT, "the sound ends after %.1f s because %s", copiedUntil / SECOND, why));
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            av_packet_free(packet);
            reader.close();
        }
    }
}
