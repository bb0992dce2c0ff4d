package org.posescope.app.sound;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;

import org.posescope.error.UserException;
import org.posescope.record.video.SoundSamples;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays the sound of the open file on a thread of its own. The device is opened when something is to be heard, not before. */
public final class SoundPlayer implements SoundCommands, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SoundPlayer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final SoundLine.Opener lines;
    private final Function<Path, Optional<SoundSamples>> files;
    private final LongSupplier nanos;
    private final Thread thread = Thread.ofPlatform().name("posescope-sound").daemon()
            .uncaughtExceptionHandler((dead, error) -> LOG.error("{} died", dead.getName(), error))
            .unstarted(this::run);
    private SoundEvents events;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    /** These are guarded by the lock. */
    private final VideoClock clock = new VideoClock();
    private Optional<Path> file = Optional.empty();
    private long fileNumber;
    private boolean playing;
    private double gain;
    private long changes;
    private boolean closed;

    /** These are the thread's. */
    private Optional<SoundLine> line = Optional.empty();
    private Optional<SoundFeed> feed = Optional.empty();
    private Optional<SyncedSound> sound = Optional.empty();
    private long openedNumber;
    /** Whether it was tried in vain to be heard, and nothing has changed since. */
    private boolean deaf;

    /** What is wanted at a moment. */
    private record Wanted(Optional<Path> file, long fileNumber, OptionalLong place, double gain, long changes) {}

    SoundPlayer(SoundLine.Opener lines, Function<Path, Optional<SoundSamples>> files, LongSupplier nanos) {
        this.lines = lines;
        this.files = files;
        this.nanos = nanos;
    }

    /** Plays on the device that the system uses. */
    public static SoundPlayer ofSystem() {
        return new SoundPlayer(SpeakerLine::open, SoundSamples::open, System::nanoTime);
    }

    /** Begins, once. */
    void start(SoundEvents listener) {
        events = listener;
        thread.start();
    }

    @Override
    public void open(Optional<Path> wanted) {
        change(() -> {
            file = wanted;
            fileNumber++;
            clock.stop();
        });
    }

    @Override
    public void shown(long positionMicros) {
        change(() -> clock.shown(positionMicros, nanos.getAsLong()));
    }

    @Override
    public void jumped() {
        change(clock::stop);
    }

    @Override
    public void playing(boolean atItsPace) {
        change(() -> {
            playing = atItsPace;
            clock.stop();
        });
    }

    @Override
    public void gain(double wanted) {
        change(() -> gain = wanted);
    }

    private void change(Runnable request) {
        lock.lock();
        try {
            request.run();
            changes++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            for (Optional<Wanted> wanted = wanted(); wanted.isPresent(); wanted = wanted()) {
                if (!turn(wanted.get())) {
                    awaitChange(wanted.get().changes());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closeFile();
            closeLine();
        }
    }

    /** Empty when all is over. */
    private Optional<Wanted> wanted() {
        lock.lock();
        try {
            OptionalLong place = playing ? clock.at(nanos.getAsLong()) : OptionalLong.empty();
            return closed ? Optional.empty() : Optional.of(new Wanted(file, fileNumber, place, gain, changes));
        } finally {
            lock.unlock();
        }
    }

    private void awaitChange(long seen) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed && changes == seen) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether there is more to do at once. */
    private boolean turn(Wanted wanted) {
        try {
            if (wanted.fileNumber() != openedNumber) {
                openedNumber = wanted.fileNumber();
                deaf = false;
                closeFile();
                openFile(wanted.file());
            }
            deaf = deaf && wanted.gain() > 0;
            if (feed.isEmpty() || deaf || wanted.gain() == 0 || wanted.place().isEmpty()) {
                sound.ifPresent(SyncedSound::silence);
                return false;
            }
            return synced(feed.get()).play(wanted.place().getAsLong(), wanted.gain());
        } catch (UserException e) {
            LOG.debug("no sound", e);
            deaf = true;
            closeLine();
            events.failed(e.getMessage());
            return false;
        }
    }

    private void openFile(Optional<Path> wanted) {
        try {
            feed = wanted.flatMap(files).map(SoundFeed::new);
        } finally {
            events.opened(feed.isPresent());
        }
    }

    private SyncedSound synced(SoundFeed from) {
        if (sound.isEmpty()) {
            SoundLine to = line.orElseGet(lines::open);
            line = Optional.of(to);
            sound = Optional.of(new SyncedSound(from, to));
        }
        return sound.get();
    }

    private void closeFile() {
        sound.ifPresent(SyncedSound::silence);
        sound = Optional.empty();
        feed.ifPresent(SoundFeed::close);
        feed = Optional.empty();
    }

    private void closeLine() {
        sound = Optional.empty();
        line.ifPresent(SoundLine::close);
        line = Optional.empty();
    }

    /** Falls silent, and ends within a second. */
    @Override
    public void close() {
        change(() -> closed = true);
        try {
            if (thread.isAlive() && !thread.join(PATIENCE)) {
                LOG.warn("sound did not end within {}", PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
