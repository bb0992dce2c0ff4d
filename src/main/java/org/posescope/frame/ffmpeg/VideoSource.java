package org.posescope.frame.ffmpeg;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.posescope.error.UserException;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.frame.PixelBlock;
import org.posescope.frame.SourceInfo;
import org.posescope.frame.SourceOptions;

/**
 * A video file, a network stream or a camera, decoded by FFmpeg straight into the memory of frames: upright, with square
 * pixels, opaque. The index of a frame counts the frames given so far and goes on over seeks; its presentation time is
 * that of the file, from the first picture on, so that a variable frame rate stays as it is. After {@link #close} there
 * are no more frames. HDR is mapped into the range of usual screens, interlaced pictures are made whole.
 */
public final class VideoSource implements FrameSource {
    private static final long SECOND = 1_000_000;
    /** So many pictures are decoded sooner than a key picture is found. */
    private static final long NEAR_PICTURES = 8;
    /** No key picture is known to be missing in so short a time. */
    private static final long FAR_MICROS = 10 * SECOND;

    private final MediaReader reader;
    private final BgraConverter converter;
    private final StreamFacts facts;
    private final SourceInfo info;
    private final PtsClock clock;
    private final DecodeErrors losses;
    private final List<String> nature;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final ReentrantLock lock = new ReentrantLock();
    private long framesGiven;

    /** Whether the reader's current picture has not been given yet, its time, and the end of the time it is shown. */
    private boolean waiting;
    /** Whether there were no more pictures. */
    private boolean ended;
    private long pts;
    private long end;

    /** Pictures since the last seek, and whether that was to the start. */
    private long picturesInPass;
    private boolean passIsWhole = true;

    private VideoSource(MediaReader reader, FramePool pool) {
        this.reader = reader;
        this.facts = StreamFacts.of(reader.demuxer());
        this.info = describe(reader, facts);
        this.clock = new PtsClock(reader.demuxer().stream().time_base(), facts.intervalMicros());
        this.losses = new DecodeErrors(reader.input().name());
        this.converter = new BgraConverter(pool);
        this.nature = Stream.concat(HdrTransfer.sentence(reader).stream(), interlaced(reader).stream()).toList();
        startPass(true, true);
    }

    /**
     * A file.
     *
     * @param threads decoder threads; 0: as many as processors
     * @param pool    where frames come from; it must stay open as long as the source
     * @throws UserException when it is missing, empty, a folder, not a video, or cannot be decoded
     */
    public static VideoSource open(Path file, int threads, FramePool pool) {
        return open(MediaInput.video(file, threads), pool);
    }

    /**
     * What another program writes to standard input: a video, or images one after the other.
     *
     * @param threads decoder threads; 0: as many as processors
     * @param pool    where frames come from; it must stay open as long as the source
     * @throws UserException when it is not a video, or one that can only be read as a file
     */
    public static VideoSource standardInput(int threads, FramePool pool) {
        return open(MediaInput.standardInput(threads), pool);
    }

    /**
     * A network address, for example {@code rtsp://} or {@code http://}. What has a length is a
     * {@link SourceInfo.Kind#VIDEO}, seekable where the server sends parts of it, anything else a
     * {@link SourceInfo.Kind#STREAM}.
     *
     * @param pool where frames come from; it must stay open as long as the source
     * @throws UserException when nothing answers in time or it is not a video
     */
    public static VideoSource connect(String url, SourceOptions options, FramePool pool) {
        return open(MediaInput.network(url, options), pool);
    }

    public static VideoSource open(MediaInput input, FramePool pool) {
        MediaReader reader = new MediaReader(input);
        try {
            return new VideoSource(reader, pool);
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private static SourceInfo describe(MediaReader reader, StreamFacts facts) {
        PictureSize size = BgraConverter.sizeOf(reader.picture());
        MediaInput input = reader.input();
        if (reader.demuxer().live()) {
            return new SourceInfo(input.uri(), input.kind(), size.width(), size.height(), facts.fps(), -1, -1, false);
        }
        return new SourceInfo(input.uri(), SourceInfo.Kind.VIDEO, size.width(), size.height(), facts.fps(),
                facts.frameCount(), facts.durationMicros(), reader.demuxer().seekable());
    }

    private static Optional<String> interlaced(MediaReader reader) {
        return reader.interlaced()
                ? Optional.of(reader.input().name() + " is interlaced; each picture is made whole from its two fields")
                : Optional.empty();
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public Frame next() {
        lock.lock();
        try {
            if (!closed.get() && !waiting) {
                advance();
            }
            if (closed.get() || !waiting) {
                return null;
            }
            waiting = false;
            PixelBlock block = converter.convert(reader.picture());
            return new Frame(block, framesGiven++, pts, System.nanoTime());
        } finally {
            lock.unlock();
        }
    }

    private void advance() {
        waiting = reader.advance();
        ended = !waiting;
        if (waiting) {
            noteCurrentPicture();
        } else if (!closed.get() && !info.kind().live()) {
            notePassEnd();
        }
    }

    private void noteCurrentPicture() {
        AVFrame picture = reader.picture();
        pts = clock.tick(picture.best_effort_timestamp());
        end = pts + Math.max(clock.micros(picture.duration()), 0);
        picturesInPass++;
        losses.damaged(reader.damaged());
    }

    private void notePassEnd() {
        losses.damaged(reader.damaged());
        if (picturesInPass > 0 && facts.endsEarly(end) && !reader.demuxer().endsWhole(facts.slackMicros())) {
            long read = passIsWhole ? picturesInPass : end / facts.intervalMicros();
            losses.endedEarly(read, facts.frameCount());
        }
    }

    @Override
    public void seek(long ptsMicros) {
        if (!info.seekable()) {
            throw new UnsupportedOperationException(info.uri() + " is not seekable");
        }
        lock.lock();
        try {
            if (closed.get()) {
                return;
            }
            if (!isOnTheWay(ptsMicros)) {
                goBefore(Math.max(0, ptsMicros));
            } else if (!waiting) {
                advance();
            }
            if (waiting && pts < ptsMicros && reader.demuxer().timesPictures()) {
                passIsWhole = false;
                reader.pass(clock.timestamp(ptsMicros - 1), clock.timestamp(SECOND) - clock.timestamp(0));
            }
            while (waiting && pts < ptsMicros) {
                advance();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether a picture comes so soon that going on is faster than going back to the key picture before it. */
    private boolean isOnTheWay(long target) {
        if (ended || target <= pts) {
            return !ended && waiting && target == pts;
        }
        return target - pts <= NEAR_PICTURES * facts.intervalMicros() || (target - pts <= FAR_MICROS
                && reader.demuxer().keyBefore(clock.timestamp(target)).stream()
                        .anyMatch(key -> key <= clock.timestamp(pts)));
    }

    /**
     * Makes a picture at or before {@code target} the current one. A format may find a key picture that is decoded before
     * the target but shown after it, or none at all in time; then the search goes on further back.
     */
    private void goBefore(long target) {
        long back = 0;
        while (target - back > 0) {
            if (goNear(target - back) && pts <= target) {
                return;
            }
            back = Math.max(SECOND, 2 * back);
        }
        if (goNear(0) && pts <= target) {
            return;
        }
        clock.restartAtStart();
        if (!startPass(reader.rewind(), true) && !goNear(0) && !closed.get()) {
            throw new UserException(info.uri() + " cannot be played from its start again");
        }
    }

    private boolean goNear(long target) {
        clock.restart();
        return startPass(reader.seek(clock.timestamp(target)), target == 0);
    }

    private boolean startPass(boolean found, boolean whole) {
        waiting = found;
        ended = !found;
        picturesInPass = 0;
        passIsWhole = whole;
        if (found) {
            noteCurrentPicture();
        }
        return found;
    }

    @Override
    public List<String> warnings() {
        return Stream.concat(nature.stream(), losses.sentences().stream()).toList();
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        reader.cancel();
        lock.lock();
        try {
            reader.close();
            converter.close();
        } finally {
            lock.unlock();
        }
    }
}
