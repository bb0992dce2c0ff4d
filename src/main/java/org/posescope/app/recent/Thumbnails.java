package org.posescope.app.recent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.posescope.app.player.ShownFrame;
import org.posescope.app.work.BackgroundWork;
import org.posescope.app.work.WorkListener;
import org.posescope.draw.view.Shrink;
import org.posescope.error.UserException;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.record.ImageSequenceWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Small pictures of files that were opened: the first one with somebody in it, or else the first. They lie in a folder of their own, the
 * newest of them; one that cannot be written is logged and missing.
 */
public final class Thumbnails {
    /** Pixels, twice of what is shown, for screens that are as fine as that. */
    static final int WIDTH = 160;
    private static final Logger LOG = LoggerFactory.getLogger(Thumbnails.class);
    private static final int MOST = 32;
    private static final String ENDING = ".jpg";

    private final Path folder;
    private final FramePool pool;
    private final BackgroundWork files;
    private String input = "";
    private boolean somebody;

    /**
     * @param folder is made when the first one is
     * @param pool   stays open as long as the work
     * @param files  writes files
     */
    public Thumbnails(Path folder, FramePool pool, BackgroundWork files) {
        this.folder = folder;
        this.pool = pool;
        this.files = files;
    }

    /** Something plays; it stays the caller's. Any thread. */
    public synchronized void seen(ShownFrame moment) {
        boolean other = !input.equals(moment.source().uri());
        boolean better = !somebody && !moment.people().isEmpty();
        if (moment.source().kind().live() || !(other || better)) {
            return;
        }
        input = moment.source().uri();
        somebody = !moment.people().isEmpty();
        Frame frame = moment.frame().retain();
        Path target = file(input);
        files.start(_ -> {
            try (frame) {
                return write(frame, target);
            } catch (IOException e) {
                throw new UserException(target + " cannot be written: " + e.getMessage(), e);
            }
        }, WorkListener.<Path>of(written -> {}, why -> LOG.warn("no thumbnail was written: {}", why))
                .onCancelled(frame::close));
    }

    private Path write(Frame frame, Path target) throws IOException {
        Files.createDirectories(folder);
        Path part = folder.resolve("part" + ENDING);
        int width = Math.min(WIDTH, frame.width());
        int height = Math.max(1, Math.round((float) frame.height() * width / frame.width()));
        try (Frame small = frame.showing(pool.acquire(width, height));
                ImageSequenceWriter writer = ImageSequenceWriter.open(part.toString())) {
            Shrink.into(small, frame, width);
            writer.accept(small, List.of());
        }
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        forgetOldest();
        return target;
    }

    private void forgetOldest() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> oldest = all
                    .sorted(Comparator.comparingLong((Path file) -> file.toFile().lastModified()).reversed())
                    .skip(MOST).toList();
            for (Path file : oldest) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Path file(String named) {
        return folder.resolve(UUID.nameUUIDFromBytes(named.getBytes(StandardCharsets.UTF_8)) + ENDING);
    }

    /** The address of the picture of what was opened by a name, which need not be there. */
    public String address(String named) {
        return file(named).toUri().toString();
    }
}
