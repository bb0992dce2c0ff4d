package org.posescope.model.install;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The right to change a folder of models, which one installer of one process has at a time. The system takes it back when
 * the process dies. The file of the lock stays, since two processes could each lock a file of that name if it went.
 */
final class FolderLock implements AutoCloseable {
    private static final String NAME = ".lock";
    private static final Duration POLL = Duration.ofMillis(200);

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits until the folder is free.
     *
     * @param waiting told how long it has waited, several times a second, on this thread
     */
    static FolderLock acquire(Path folder, Consumer<Duration> waiting) throws IOException, InterruptedException {
        FileChannel channel = FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        try {
            long start = System.nanoTime();
            while (tryLock(channel) == null) {
                waiting.accept(Duration.ofNanos(System.nanoTime() - start));
                Thread.sleep(POLL);
            }
            return new FolderLock(channel);
        } catch (IOException | InterruptedException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Polled, because a blocking lock refuses to wait for another thread of the same process. */
    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
