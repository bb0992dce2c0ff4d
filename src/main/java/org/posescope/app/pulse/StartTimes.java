package org.posescope.app.pulse;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** How long the user waited after the program was started, in milliseconds; 0 for what has not happened yet. One thread. */
public final class StartTimes {
    private long window;
    private long frame;
    private long person;

    private static long sinceStart() {
        return System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    }

    /** The window is on the screen. */
    public void windowShown() {
        window = sinceStart();
    }

    /**
     * A frame is on the screen.
     *
     * @param people that were found in it
     */
    public void frameShown(int people) {
        if (frame == 0) {
            frame = sinceStart();
        }
        if (person == 0 && people > 0) {
            person = sinceStart();
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "window after %d ms, first picture after %d ms, first person after %d ms",
                window, frame,
                person);
    }
}
