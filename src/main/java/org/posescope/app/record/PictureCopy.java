package org.posescope.app.record;

import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.List;

import org.posescope.frame.Frame;
import org.posescope.pose.Person;
import org.posescope.record.FrameOutput;

/** Takes one picture into memory of its own. */
public final class PictureCopy implements FrameOutput {
    private int width;
    private int height;
    private ByteBuffer pixels = ByteBuffer.allocate(0);

    PictureCopy() {}

    @Override
    public void accept(Frame frame, List<Person> people) {
        width = frame.width();
        height = frame.height();
        pixels = ByteBuffer.wrap(frame.pixels().toArray(ValueLayout.JAVA_BYTE)).asReadOnlyBuffer();
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** BGRA, rows from the top without gaps. */
    public ByteBuffer pixels() {
        return pixels.duplicate();
    }

    @Override
    public String format() {
        return "pixels";
    }

    @Override
    public void close() {
        // Holds nothing but memory.
    }
}
