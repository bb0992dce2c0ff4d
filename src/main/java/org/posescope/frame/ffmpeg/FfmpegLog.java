package org.posescope.frame.ffmpeg;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.bytedeco.ffmpeg.avutil.LogCallback;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where FFmpeg's own log goes: to slf4j at debug level and never to stderr. FFmpeg has one log for the whole process, so
 * has this class. Thread-safe.
 */
public final class FfmpegLog {
    private static final Logger LOG = LoggerFactory.getLogger(FfmpegLog.class);
    private static final ScopedValue<Lines> CURRENT = ScopedValue.newInstance();
    private static final Pattern COMPONENT = Pattern.compile("^(\\[[^\\]]* @ (0x)?[0-9a-fA-F]+\\] )+");
    private static final LogCallback LISTENER = new Listener();

    static {
        avutil.av_log_set_level(avutil.AV_LOG_INFO);
        avutil.setLogCallback(LISTENER);
    }

    private FfmpegLog() {}

    /** Takes over the log; to be called before the first call of FFmpeg. Calling it again changes nothing. */
    public static void install() {
        // The work is done by the initialisation of this class, which happens once.
    }

    /** Keeps in {@code lines} what FFmpeg logs on this thread during {@code action}. */
    public static <T> T collect(Lines lines, Supplier<T> action) {
        return ScopedValue.where(CURRENT, lines).call(action::get);
    }

    /** What FFmpeg logged, one message a line, without the component that wrote it. */
    public static final class Lines {
        private final List<String> all = new ArrayList<>();
        private final List<String> errors = new ArrayList<>();

        void add(int level, String line) {
            all.add(line);
            if (level <= avutil.AV_LOG_ERROR) {
                errors.add(line);
            }
        }

        /** Adds a line whose level is not known. */
        void note(String line) {
            all.add(line);
        }

        public List<String> all() {
            return List.copyOf(all);
        }

        Optional<String> lastError() {
            return errors.isEmpty() ? Optional.empty() : Optional.of(errors.getLast());
        }

        List<String> errors() {
            return List.copyOf(errors);
        }
    }

    private static final class Listener extends LogCallback {
        @Override
        public void call(int level, BytePointer message) {
            String line = COMPONENT.matcher(message.getString(StandardCharsets.UTF_8)).replaceFirst("").strip();
            if (line.isEmpty()) {
                return;
            }
            LOG.debug("{}", line);
            if (CURRENT.isBound()) {
                CURRENT.get().add(level, line);
            }
        }
    }
}
