package org.posescope.testkit;

import java.util.List;
import java.util.stream.LongStream;

import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.frame.SourceInfo;

/** A seekable video whose frames are at chosen times, each as a file has it: rounded to a unit of time and then to microseconds. */
public final class TimedFilm implements FrameSource {
    private static final long SECOND = 1_000_000;

    private final FramePool pool;
    private final List<Long> times;
    private final SourceInfo info;
    private int next;
    private int reads;

    private TimedFilm(FramePool pool, List<Long> times, double fps) {
        this.pool = pool;
        this.times = times;
        long last = times.getLast();
        info = new SourceInfo("film", SourceInfo.Kind.VIDEO, 8, 6, fps, times.size(),
                last + Math.round(SECOND / fps), true);
    }

    /** @param times of the frames, microseconds, the first 0 */
    public static TimedFilm of(FramePool pool, List<Long> times) {
        return new TimedFilm(pool, times, SECOND * (times.size() - 1.0) / times.getLast());
    }

    /** @param unitsPerSecond of the file's clock */
    public static TimedFilm constant(FramePool pool, int frames, double fps, long unitsPerSecond) {
        return new TimedFilm(pool, LongStream.range(0, frames)
                .map(index -> Math.round(Math.round(index * unitsPerSecond / fps) * (double) SECOND / unitsPerSecond))
                .boxed().toList(), fps);
    }

    public List<Long> times() {
        return times;
    }

    /** How many frames were read. */
    public int reads() {
        return reads;
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public Frame next() {
        reads++;
        return next >= times.size()
                ? null
                : new Frame(pool.acquire(info.width(), info.height()), next, times.get(next++), System.nanoTime());
    }

    @Override
    public void seek(long ptsMicros) {
        next = (int) times.stream().filter(time -> time < ptsMicros).count();
    }

    @Override
    public List<String> warnings() {
        return List.of();
    }

    @Override
    public void close() {
        next = times.size();
    }
}
