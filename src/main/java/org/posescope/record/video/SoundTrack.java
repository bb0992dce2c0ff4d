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
 * Copies sound beside recorded pictures, packet by packet as it is, and always that of the picture: where the pictures jump,
 * by seeking or starting again, the sound jumps with them. The recording has all sound that begins between its first picture
 * and the end of its last. After a jump it waits until what was heard before is through, which is less than a packet.
 *
 * <p>
 * Times are compared in the unit of the packets, because rounding makes packets that follow each other overlap. Sound that
 * breaks off or that the file does not take ends there, and the pictures go on. One thread at a time.
 */
final class SoundTrack implements AutoCloseable {
    private static final double SECOND = 1e6;
    /** Sound that is so much earlier or later than its picture is not noticed (ITU-R BT.1359-1). */
    private static final long MOST_SHIFT_MICROS = 40_000;
    private static final long MOST_DELAY_MICROS = 125_000;
    /** Positions of pictures are rounded to microseconds or, in some files, to milliseconds. */
    private static final long ROUNDING_MICROS = 1_000;

    private final SoundPackets packets;
    private final TimeBase unit;
    private final Muxer muxer;
    private final int stream;
    private final String codec;
    private final Optional<String> converted;
    /** The next packet, when there is one that was read but is not due yet. */
    private final AVPacket packet = av_packet_alloc();
    private boolean held;
    private boolean started;
    private boolean ended;
    private Optional<String> lost = Optional.empty();
    /** From the times of the file to those of the recording, microseconds. */
    private long offsetMicros;
    /** The same for packets, in their unit, and whether none of them was copied since it holds. */
    private long shift;
    private boolean jumped;
    /** When the stretch between two jumps began, and when the last packet begins and ends, units of the packets in the recording. */
    private long stretchStart;
    private long lastStart = -1;
    private long copiedUntil;
    private boolean closed;

    /**
     * Adds a track to a file that is not started yet.
     *
     * @param sound taken over
     */
    SoundTrack(SoundSource.Sound sound, Muxer muxer) {
        this.packets = sound.packets();
        this.converted = sound.converted();
        this.unit = packets.unit();
        this.muxer = muxer;
        this.codec = packets.codec();
        this.stream = muxer.addStream(packets.parameters(), unit);
    }

    RecordedSound sound() {
        return new RecordedSound(Optional.of(codec), converted, lost);
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
            if (!started || recordedMicros - positionMicros != offsetMicros) {
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
            packets.seek(positionMicros);
            ended = false;
        }
        started = true;
        jumped = true;
        offsetMicros = recordedMicros - positionMicros;
        shift = unit.ticks(offsetMicros) - packets.origin();
        stretchStart = unit.ticks(recordedMicros);
    }

    private void copy(long untilMicros) {
        long until = unit.ticks(untilMicros);
        while (started && next() && packet.pts() + shift < until) {
            if (belongs()) {
                write();
            }
            drop();
        }
    }

    /** Whether there is another packet; it is held then. */
    private boolean next() {
        if (!held && !ended) {
            held = packets.read(packet);
            ended = !held;
        }
        return held;
    }

    private boolean belongs() {
        long start = packet.pts() + shift;
        if (!jumped) {
            return start > lastStart;
        }
        if (start < stretchStart - unit.ticks(ROUNDING_MICROS)) {
            return false;
        }
        long delay = Math.max(0, Math.max(stretchStart, copiedUntil) - start);
        if (delay > unit.ticks(MOST_DELAY_MICROS)) {
            return false;
        }
        shift += delay;
        jumped = false;
        return true;
    }

    private void write() {
        long start = packet.pts() + shift;
        if (!muxer.timesSound() && unit.micros(start - copiedUntil) > MOST_SHIFT_MICROS) {
            throw new UserException("this kind of file has no room for the silence in it");
        }
        long until = start + packet.duration();
        packet.pts(start);
        packet.dts(start);
        int code = muxer.offer(packet, stream, unit);
        if (code < 0) {
            throw new UserException("the file does not take it: " + Ffmpeg.message(code));
        }
        lastStart = start;
        copiedUntil = until;
    }

    private void drop() {
        av_packet_unref(packet);
        held = false;
    }

    private void breakOff(String why) {
        drop();
        ended = true;
        lost = Optional.of(String.format(Locale.ROOT, "the sound ends after %.1f s because %s",
                unit.micros(copiedUntil) / SECOND, why));
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            av_packet_free(packet);
            packets.close();
        }
    }
}
