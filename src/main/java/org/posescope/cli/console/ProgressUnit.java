package org.posescope.cli.console;

import java.util.Locale;

/** What a progress line counts. */
public enum ProgressUnit {
    /** Frames of a video; the rate is in frames a second. */
    FRAMES {
        @Override
        public String format(long amount) {
            return String.valueOf(amount);
        }

        @Override
        String rate(double perSecond) {
            return String.format(Locale.ROOT, "%.1f fps", perSecond);
        }
    },
    /** Bytes, printed in steps of 1,000. */
    BYTES {
        @Override
        public String format(long amount) {
            return amount < 1_000_000
                    ? String.format(Locale.ROOT, "%.1f kB", amount / 1e3)
                    : String.format(Locale.ROOT, "%.1f MB", amount / 1e6);
        }

        @Override
        String rate(double perSecond) {
            return format(Math.round(perSecond)) + "/s";
        }
    };

    public abstract String format(long amount);

    abstract String rate(double perSecond);
}
