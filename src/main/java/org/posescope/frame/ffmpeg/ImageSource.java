package org.posescope.frame.ffmpeg;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.posescope.error.UserException;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.frame.PixelBlock;
import org.posescope.frame.SourceInfo;

/**
 * One image, or the images of a folder, upright and opaque. Images have no time; so that order, seeking and exported times
 * are defined all the same, each stands for one second: the presentation time of the n-th file, counted from 0, is n
 * seconds, also when files before it could not be read. Those are left out with a warning. Frames differ in size where
 * images do.
 */
public final class ImageSource implements FrameSource {
    /** Presentation time from one image to the next. */
    public static final long MICROS_PER_IMAGE = 1_000_000;

    private final List<Path> files;
    private final BgraConverter converter;
    private final SourceInfo info;
    private final Set<String> warnings = new LinkedHashSet<>();

    /** The file after the one that was read last. */
    private int position;
    /** What was read already to know the size; null afterwards. */
    private PixelBlock ahead;
    private long framesGiven;
    private boolean closed;

    private ImageSource(Path named, SourceInfo.Kind kind, List<Path> files, FramePool pool) {
        this.files = files;
        this.converter = new BgraConverter(pool);
        try {
            ahead = kind == SourceInfo.Kind.IMAGE ? read(files.get(position++)) : readAny(named);
        } catch (RuntimeException e) {
            converter.close();
            throw e;
        }
        info = new SourceInfo(named.toString(), kind, ahead.width(), ahead.height(), 0, files.size(),
                files.size() * MICROS_PER_IMAGE, true);
    }

    /**
     * One image file.
     *
     * @param pool where frames come from; it must stay open as long as the source
     * @throws UserException when it is missing, empty, not an image, or larger than 100 megapixels
     */
    public static ImageSource ofFile(Path file, FramePool pool) {
        return new ImageSource(file, SourceInfo.Kind.IMAGE, List.of(file), pool);
    }

    /**
     * The images directly in a folder (jpg, png, bmp, webp, tif) in natural order, 2 before 10.
     *
     * @param pool where frames come from; it must stay open as long as the source
     * @throws UserException when there is no such folder, or no image in it, or none that can be read
     */
    public static ImageSource ofFolder(Path folder, FramePool pool) {
        return new ImageSource(folder, SourceInfo.Kind.IMAGE_FOLDER, ImageFiles.of(folder), pool);
    }

    /**
     * Chosen images of a folder, in the order of the list.
     *
     * @param pool where frames come from; it must stay open as long as the source
     * @throws UserException when none of them can be read
     */
    public static ImageSource ofFiles(Path folder, List<Path> files, FramePool pool) {
        return new ImageSource(folder, SourceInfo.Kind.IMAGE_FOLDER, List.copyOf(files), pool);
    }

    private PixelBlock readAny(Path folder) {
        PixelBlock found = readNext();
        if (found == null) {
            throw new UserException(String.format(Locale.ROOT, "none of the %d images in the folder %s can be read, for example: %s", files.size(), folder, warnings.iterator().next()));
        }
        return found;
    }

    private PixelBlock readNext() {
        while (position < files.size()) {
            try {
                return read(files.get(position++));
            } catch (UserException e) {
                warnings.add(e.getMessage() + " (left out)");
            }
        }
        return null;
    }

    private PixelBlock read(Path file) {
        try (MediaReader reader = new MediaReader(MediaInput.image(file))) {
            return converter.convert(reader.picture());
        }
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public synchronized Frame next() {
        if (closed) {
            return null;
        }
        PixelBlock block = ahead == null ? readNext() : ahead;
        ahead = null;
        return block == null
                ? null
                : new Frame(block, framesGiven++, (position - 1) * MICROS_PER_IMAGE, System.nanoTime());
    }

    @Override
    public synchronized void seek(long ptsMicros) {
        dropAhead();
        position = Math.clamp(Math.ceilDiv(ptsMicros, MICROS_PER_IMAGE), 0, files.size());
    }

    private void dropAhead() {
        if (ahead != null) {
            ahead.release();
            ahead = null;
        }
    }

    @Override
    public synchronized List<String> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            dropAhead();
            converter.close();
        }
    }
}
