package org.posescope.record;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_PNG_COMPRESSION;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_PNG_FILTER;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_PNG_FILTER_UP;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGRA2BGR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.posescope.error.UserException;
import org.posescope.frame.Frame;
import org.posescope.pose.Person;

/**
 * Writes every picture to a file of its own, {@code .png} or {@code .jpg}, numbered by the index of the frame: the pattern
 * {@code frames/%05d.png} gives {@code frames/00000.png} and so on. A name without a place for a number takes one picture.
 * Pictures are opaque. Owns native memory until it is closed.
 */
public final class ImageSequenceWriter implements FrameOutput {
    private static final Set<String> FORMATS = Set.of("png", "jpg", "jpeg");
    /** Of 9. One filter for all rows takes half the time of choosing one a row, for the same size. */
    private static final int PNG_COMPRESSION = 1;
    private static final int JPEG_QUALITY = 95;

    private final NumberedName name;
    private final String extension;
    private final Mat opaque = new Mat();
    private final BytePointer encoded = new BytePointer();
    private final IntPointer parameters;
    private boolean started;
    private boolean closed;

    private ImageSequenceWriter(NumberedName name, String extension) {
        this.name = name;
        this.extension = extension;
        this.parameters = extension.equals("png")
                ? new IntPointer(IMWRITE_PNG_COMPRESSION, PNG_COMPRESSION, IMWRITE_PNG_FILTER, IMWRITE_PNG_FILTER_UP)
                : new IntPointer(IMWRITE_JPEG_QUALITY, JPEG_QUALITY);
    }

    /** Whether a name means images rather than a video. */
    public static boolean accepts(String pattern) {
        return FORMATS.contains(FileNames.extension(Path.of(pattern)));
    }

    /**
     * Refuses what {@link #open} would, as far as it can be known, and touches nothing.
     *
     * @throws UserException when the name says no kind of image or the folder cannot be written
     */
    public static void check(String pattern) {
        NumberedName name = name(pattern);
        OutputFile.requireFolder(name.folder());
        if (Files.isDirectory(name.folder().toAbsolutePath())) {
            OutputFile.at(name.file(0));
        }
    }

    private static NumberedName name(String pattern) {
        if (!accepts(pattern)) {
            throw new UserException("The name " + pattern + " says no kind of image: it should end with .png or .jpg.");
        }
        return NumberedName.parse(pattern);
    }

    /**
     * Prepares the folder of a pattern, which is created when it is missing.
     *
     * @throws UserException when the name says no kind of image or the folder cannot be written
     */
    public static ImageSequenceWriter open(String pattern) {
        NumberedName name = name(pattern);
        try {
            Files.createDirectories(name.folder().toAbsolutePath());
        } catch (IOException e) {
            throw new UserException("Cannot create the folder " + name.folder() + " for the images.", e);
        }
        OutputFile.at(name.file(0));
        return new ImageSequenceWriter(name, FileNames.extension(Path.of(pattern)));
    }

    /**
     * @throws UserException when the file cannot be written, or a second picture comes for a name without a number
     */
    @Override
    public void accept(Frame frame, List<Person> people) {
        if (closed) {
            throw new IllegalStateException("the images are closed");
        }
        if (started && !name.numbered()) {
            throw new UserException(name + " takes one picture: name several like " + example() + ".");
        }
        started = true;
        encode(frame);
        write(name.file(frame.index()));
    }

    private String example() {
        String plain = name.before();
        return plain.substring(0, plain.length() - extension.length() - 1) + "_%05d." + extension;
    }

    private void encode(Frame frame) {
        try (BytePointer pixels = new BytePointer(frame.pixels().asByteBuffer());
                Mat bgra = new Mat(frame.height(), frame.width(), CV_8UC4, pixels, frame.stride())) {
            cvtColor(bgra, opaque, COLOR_BGRA2BGR);
        }
        if (!imencode("." + extension, opaque, encoded, parameters)) {
            throw new IllegalStateException(
                    "no picture of " + frame.width() + " x " + frame.height() + " as " + extension);
        }
    }

    private void write(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = encoded.asByteBuffer();
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw OutputFile.notWritten(file, e);
        }
    }

    @Override
    public String format() {
        return extension;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            opaque.close();
            encoded.close();
            parameters.close();
        }
    }
}
