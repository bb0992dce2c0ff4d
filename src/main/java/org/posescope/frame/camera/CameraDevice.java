package org.posescope.frame.camera;

import java.util.Locale;

/**
 * A camera of this computer.
 *
 * @param number what the user types to open it
 * @param name   what its maker calls it
 * @param device what the operating system calls it, for example {@code /dev/video0}
 */
public record CameraDevice(int number, String name, String device) {
    /** What sentences for the user call it. */
    String title() {
        return String.format(Locale.ROOT, "camera %d (%s)", number, name);
    }
}
