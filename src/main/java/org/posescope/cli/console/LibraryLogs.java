package org.posescope.cli.console;

import java.util.Map;
import java.util.Properties;

/**
 * What libraries log: on standard error, and without {@code --debug} only when something is wrong, because what the user should know is
 * said by the program itself. The logger reads system properties before any file, and files of settings lie in the jars of libraries too.
 */
public final class LibraryLogs {
    private static final String LOGGER = "org.slf4j.simpleLogger.";
    /** What it fails with is told by whoever uses it. */
    private static final String WEB_SOCKET = LOGGER + "log.org.java_websocket";
    private static final Map<String, String> ALWAYS = Map.of(LOGGER + "logFile", "System.err",
            LOGGER + "cacheOutputStream", "false", LOGGER + "showThreadName", "false", LOGGER + "showShortLogName",
            "true", "org.bytedeco.javacpp.logger", "slf4j");

    private LibraryLogs() {}

    /**
     * Sets how they log, but for what is set already. To be called before the first of them logs.
     *
     * @param all whether they say what they do, too
     */
    public static void direct(Properties properties, boolean all) {
        ALWAYS.forEach(properties::putIfAbsent);
        properties.putIfAbsent(LOGGER + "defaultLogLevel", all ? "info" : "error");
        properties.putIfAbsent(WEB_SOCKET, all ? "info" : "off");
    }
}
