package org.posescope.record.video;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_move_ref;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_I;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_NONE;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Optional;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.posescope.error.UserException;
import org.posescope.record.OutputFile;
import org.posescope.record.RecordedSound;

/**
 * Writes pictures to a video file: MP4, MOV, MKV, WebM or AVI by the extension of its name, encoded by the best H.264
 * encoder that opens, and by VP9 or MPEG-4 where that is none or cannot hold the size (H.264 has no odd sides and none below 16 pixels). Colours are
 * BT.709, limited range, and tagged so. Each picture keeps its time, counted from the first; AVI, which knows no single
 * times, rounds them to its frame rate.
 *
 * <p>
 * The file grows in place and plays while it grows: when the program is killed, at most the last two seconds are missing.
 * There is no way to abort but {@link #close}: after a failed {@link #write} it leaves the file as far as it came, which
 * plays; without any picture it removes the file.
 *
 * <p>
 * Used by one thread at a time. Owns native memory until it is closed.
 */
public final class VideoWriter implements AutoCloseable {
    private static final int BYTES_PER_PIXEL = 4;

    private final VideoFormat format;
    private final TimeBase timeBase;
    private final Muxer muxer;
    private final VideoEncoder encoder;
    private final PixelConverter converter;
    private final int stream;
    private final Optional<SoundTrack> track;
    private final RecordedSound without;
    private final AVPacket packet = av_packet_alloc();
    /** The newest packet waits for the next, whose time says how long it lasts. */
    private final AVPacket waiting = av_packet_alloc();
    private long frames;
    private long firstMicros;
    private long lastMicros;
    private long lastTicks;
    private long keyFrameMicros;
    private long lastedTicks;
    private boolean failed;
    private boolean closed;

    private VideoWriter(VideoFormat format, TimeBase timeBase, Muxer muxer, VideoEncoder encoder,
            SoundSource.Opened sound) {
        this.format = format;
        this.timeBase = timeBase;
        this.muxer = muxer;
        this.encoder = encoder;
        this.converter = new PixelConverter(format.width(), format.height(), encoder.setup().pixelFormat());
        this.stream = muxer.addStream(encoder.context());
        this.track = sound.sound().map(each -> new SoundTrack(each, muxer));
        this.without = sound.without();
        this.lastedTicks = timeBase.ticks(format.frameMicros());
    }

    /**
     * Refuses what {@link #open(Path, VideoFormat, VideoOptions)} would, and touches nothing on the disk.
     *
     * @throws org.posescope.error.UserException when the extension names no video, no encoder takes the size, or the file
     *                                           cannot be written
     */
    public static void check(Path file, VideoFormat format, VideoOptions options) {
        VideoContainer container = VideoContainer.of(file);
        try (Muxer muxer = new Muxer(OutputFile.at(file), container)) {
            encoder(muxer, container, format, options).close();
        }
    }

    private static VideoEncoder encoder(Muxer muxer, VideoContainer container, VideoFormat format,
            VideoOptions options) {
        return VideoEncoder.openFirst(
                EncoderSetup.candidates(container, format.width(), format.height(), options), format,
                TimeBase.of(container, format), muxer.globalHeader());
    }

    /**
     * Opens a video file for writing; an existing file is overwritten.
     *
     * @throws org.posescope.error.UserException when the extension names no video, no encoder takes the size, or the file
     *                                           cannot be written; nothing new is on the disk then
     */
    public static VideoWriter open(Path file, VideoFormat format, VideoOptions options) {
        return open(file, format, options, SoundSource.SILENT);
    }

    /**
     * As without sound; the sound is copied as it is. Where it cannot be, {@link #sound} says why, and the pictures are written
     * without it.
     */
    public static VideoWriter open(Path file, VideoFormat format, VideoOptions options, SoundSource source) {
        SoundSource.Opened sound = source.open(VideoContainer.of(file));
        try {
            return open(file, format, options, sound);
        } catch (UserException e) {
            sound.sound().ifPresent(each -> each.packets().close());
            if (sound.sound().isEmpty()) {
                throw e;
            }
            return open(file, format, options, SoundSource.Opened.none("the file does not take its sound"));
        }
    }

    private static VideoWriter open(Path file, VideoFormat format, VideoOptions options, SoundSource.Opened sound) {
        VideoContainer container = VideoContainer.of(file);
        Muxer muxer = new Muxer(OutputFile.at(file), container);
        try {
            return start(new VideoWriter(format, TimeBase.of(container, format), muxer,
                    encoder(muxer, container, format, options), sound));
        } catch (RuntimeException e) {
            muxer.close();
            throw e;
        }
    }

    private static VideoWriter start(VideoWriter writer) {
        try {
            writer.muxer.start();
            return writer;
        } catch (RuntimeException e) {
            writer.release();
            throw e;
        }
    }

    /** FFmpeg's name of the encoder that was chosen, for example {@code libopenh264}. */
    public String encoder() {
        return encoder.setup().encoder();
    }

    /** What became of the sound, so far. */
    public RecordedSound sound() {
        return track.map(SoundTrack::sound).orElse(without);
    }

    /** Pictures written so far. */
    public long frames() {
        return frames;
    }

    /**
     * Writes one picture. A size other than the video's is scaled to fit and centred on black.
     *
     * @param bgra      native memory, row-major, {@code 4 * width * height} bytes; alpha is ignored
     * @param ptsMicros presentation time in microseconds, greater than that of the picture before
     * @throws org.posescope.error.UserException when the file cannot take it, for example because the disk is full; only
     *                                           {@link #close} may follow
     * @throws IllegalArgumentException          when the pixels are too few or not native, or time does not grow
     * @throws IllegalStateException             when closed or failed before
     */
    public void write(MemorySegment bgra, int width, int height, long ptsMicros) {
        write(bgra, width, height, ptsMicros, ptsMicros);
    }

    /**
     * As without a position.
     *
     * @param positionMicros where in the file that the sound comes from the picture is, from its first picture
     */
    public void write(MemorySegment bgra, int width, int height, long ptsMicros, long positionMicros) {
        if (closed || failed) {
            throw new IllegalStateException("the video is " + (closed ? "closed" : "broken"));
        }
        if (!bgra.isNative() || bgra.byteSize() < (long) BYTES_PER_PIXEL * width * height) {
            throw new IllegalArgumentException("not the pixels of a " + width + " x " + height + " picture: " + bgra);
        }
        if (frames > 0 && ptsMicros <= lastMicros) {
            throw new IllegalArgumentException("a picture at " + ptsMicros + " us after one at " + lastMicros + " us");
        }
        failed = true;
        encode(converter.convert(bgra, width, height), ptsMicros);
        track.ifPresent(sound -> sound.advance(positionMicros, ptsMicros - firstMicros));
        failed = false;
        frames++;
    }

    private void encode(AVFrame picture, long ptsMicros) {
        if (frames == 0) {
            firstMicros = ptsMicros;
        }
        boolean keyFrame = frames == 0 || ptsMicros - keyFrameMicros >= encoder.setup().keyFrameMicros();
        if (keyFrame) {
            keyFrameMicros = ptsMicros;
        }
        long ticks = timeBase.ticks(ptsMicros - firstMicros);
        if (frames > 0) {
            ticks = Math.max(ticks, lastTicks + 1);
            lastedTicks = ticks - lastTicks;
        }
        picture.pict_type(keyFrame ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE);
        picture.pts(ticks);
        lastTicks = ticks;
        lastMicros = ptsMicros;
        encoder.send(picture);
        drain();
    }

    private void drain() {
        while (encoder.receive(packet)) {
            writeWaiting(packet.pts() - waiting.pts());
            av_packet_move_ref(waiting, packet);
        }
    }

    private void writeWaiting(long durationTicks) {
        if (waiting.size() > 0) {
            waiting.duration(durationTicks);
            muxer.write(waiting, stream, timeBase);
        }
    }

    /**
     * Finishes the file. The last picture lasts as long as the source's frame rate says, or as the one before where that is
     * not known. A second call does nothing.
     *
     * @throws org.posescope.error.UserException when the end cannot be written; what was written before plays nevertheless
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (muxer) {
            if (frames == 0) {
                muxer.discard();
            } else if (!failed) {
                finish();
            }
        } finally {
            release();
        }
    }

    private void finish() {
        encoder.send(null);
        drain();
        long lastTicksShown = format.fps() > 0 ? timeBase.ticks(format.frameMicros()) : lastedTicks;
        writeWaiting(lastTicksShown);
        track.ifPresent(sound -> sound.finish(timeBase.micros(lastTicks + lastTicksShown)));
        muxer.finish();
    }

    private void release() {
        converter.close();
        encoder.close();
        track.ifPresent(SoundTrack::close);
        av_packet_free(packet);
        av_packet_free(waiting);
    }
}
