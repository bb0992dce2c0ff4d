package org.posescope.frame.ffmpeg;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.posescope.error.UserException;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.frame.PictureFile;
import org.posescope.frame.PixelBlock;
import org.posescope.frame.SourceInfo;
import org.posescope.frame.UnreadablePicture;

/**
 * One image, the images of a folder, or such images as the pictures of a video, upright and opaque. Images by themselves have no time;
 * so that order, seeking and exported times are defined all the same, each stands for one second: the presentation time of the n-th file,
 * counted from 0, is n seconds, also when files before it could not be read. Those are left out with a warning, and their indices and
 * times stay free. Frames differ in size where images do.
 */
public final class ImageSource implements FrameSource {
    /** Presentation time from one image to the next. */
    public static final long MICROS_PER_IMAGE = 1_000_000;
    private static final double SECOND = 1e6;
    /** Of images by themselves. */
    private static final double NO_RATE = 0;

    private final List<Path> files;
    private final double rate;
    private final BgraConverter converter;
    private final SourceInfo info;
    private final Set<String> warnings = new LinkedHashSet<>();
    private final List<UnreadablePicture> unreadable = new ArrayList<>();

    /** The file after the one that was read last. */
    private int position;
    /** The file after the last that was ever read, so that what is damaged is told once. */
    private int furthest;
    /** What was read already to know the size; null afterwards. */
    private PixelBlock ahead;
    /** Of the picture that was read last. */
    private List<String> flaws = List.of();
    private long framesGiven;
    private boolean closed;

    private ImageSource(String named, SourceInfo.Kind kind, List<Path> files, double fps, FramePool pool) {
        this.files = files;
        this.rate = fps > 0 ? fps : SECOND / MICROS_PER_IMAGE;
        this.converter = new BgraConverter(pool);
        try {
            ahead = kind == SourceInfo.Kind.IMAGE ? read(files.get(position++)) : readAny(named);
        } catch (RuntimeException e) {
            converter.close();
            throw e;
        }
        info = new SourceInfo(named, kind, ahead.width(), ahead.height(), fps, files.size(), micros(files.size()),
                true);
    }

    /**
     * One image file.
     *
     * @param pool where frames come from; it must stay open as long as the source
     * @throws UserException when it is missing, empty, not an image, or larger than 100 megapixels
     */
    public static ImageSource ofFile(Path file, FramePool pool) {
        return new ImageSource(file.toString(), SourceInfo.Kind.IMAGE, List.of(file), NO_RATE, pool);
    }

    /**
     * The images directly in a folder (jpg, png, bmp, webp, tif) in natural order, 2 before 10.
     *
     * @param pool where frames come from; it must stay open as long as the source
     * @throws UserException when there is no such folder, or no image in it, or none that can be read
     */
    public static ImageSource ofFolder(Path folder, FramePool pool) {
        return ofFiles(folder.toString(), ImageFiles.of(folder), pool);
    }

    /**
     * Chosen images, in the order of the list.
     *
     * @param named what the user named
     * @param pool  where frames come from; it must stay open as long as the source
     * @throws UserException when none of them can be read
     */
    public static ImageSource ofFiles(String named, List<Path> files, FramePool pool) {
        return new ImageSource(named, SourceInfo.Kind.IMAGE_FOLDER, List.copyOf(files), NO_RATE, pool);
    }

    /**
     * Chosen images as the pictures of a video, in the order of the list. One that cannot be read leaves a gap.
     *
     * @param named what the user named
     * @param fps   pictures a second, more than 0
     * @param pool  where frames come from; it must stay open as long as the source
     * @throws UserException when none of them can be read
     */
    public static ImageSource sequence(String named, List<Path> files, double fps, FramePool pool) {
        return new ImageSource(named, SourceInfo.Kind.IMAGE_SEQUENCE, List.copyOf(files), fps, pool);
    }

    /** When the file at a position is shown. */
    private long micros(long file) {
        return Math.round(file * SECOND / rate);
    }

    private PixelBlock readAny(String named) {
        PixelBlock found = readNext();
        if (found == null) {
            throw new UserException(
                    String.format(Locale.ROOT, "none of the %d images of %s can be read, for example: %s", files.size(),
                            named, warnings.iterator().next()));
        }
        return found;
    }

    private PixelBlock readNext() {
        while (position < files.size()) {
            try {
                return read(files.get(position++));
            } catch (UserException e) {
                warnings.add(e.getMessage() + " (left out)");
                leftOut(position - 1, e.getMessage());
            }
        }
        return null;
    }

    private void leftOut(int file, String reason) {
        long index = framesGiven++;
        if (file >= furthest) {
            furthest = position;
            unreadable.add(new UnreadablePicture(index, micros(file), name(file), reason));
        }
    }

    private String name(int file) {
        return String.valueOf(files.get(file).getFileName());
    }

    private PixelBlock read(Path file) {
        try (MediaReader reader = new MediaReader(MediaInput.image(file))) {
            flaws = PictureFlaws.of(reader);
            warnings.addAll(flaws);
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
        if (block == null) {
            return null;
        }
        int file = position - 1;
        furthest = Math.max(furthest, position);
        return new Frame(block, framesGiven++, micros(file), System.nanoTime())
                .readFrom(new PictureFile(name(file), block.width(), block.height(),
                        ExifFocal.of(files.get(file), block.width(), block.height()), flaws));
    }

    @Override
    public synchronized void seek(long ptsMicros) {
        dropAhead();
        position = Math.clamp((long) Math.floor(ptsMicros / SECOND * rate), 0, files.size());
        while (position < files.size() && micros(position) < ptsMicros) {
            position++;
        }
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
    public synchronized List<UnreadablePicture> unreadable() {
        return List.copyOf(unreadable);
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
