package org.posescope.app.transport;

import org.posescope.frame.SourceInfo;

import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Which frame of a source is shown, or will be. One thread. */
final class FramePlace {
    private final ReadOnlyLongWrapper position = new ReadOnlyLongWrapper();
    private final ReadOnlyStringWrapper frame = new ReadOnlyStringWrapper("");
    private FrameNumbers numbers = FrameNumbers.NONE;
    /** Whether the place is that of a frame, and not a guess where one will be. */
    private boolean exact;

    /** The start of another source. */
    void restart(SourceInfo info) {
        numbers = FrameNumbers.of(info);
        shown(0);
    }

    FrameNumbers numbers() {
        return numbers;
    }

    /** A frame is shown that is there. */
    void shown(long micros) {
        set(micros);
        exact = true;
    }

    /** The first frame from there on will be shown. */
    void awaited(long micros) {
        set(micros);
        exact = false;
    }

    private void set(long micros) {
        position.set(micros);
        frame.set(numbers.text(micros));
    }

    /** The frame before is the last one before this time: the frame's own, or else one between the two. */
    long bound() {
        return exact ? position.get() : Math.max(0, Math.round(position.get() - numbers.frameMicros() / 2));
    }

    /** About where the frame before is. */
    long before() {
        return Math.max(0, Math.round(position.get() - numbers.frameMicros()));
    }

    long micros() {
        return position.get();
    }

    ReadOnlyLongProperty position() {
        return position.getReadOnlyProperty();
    }

    ReadOnlyStringProperty frame() {
        return frame.getReadOnlyProperty();
    }
}
