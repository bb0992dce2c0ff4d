package org.posescope.testkit;

import java.util.Map;

import org.junit.jupiter.api.Assumptions;

/** What becomes of a test whose data, model or npm package cannot be had. */
public final class MissingData {
    /** Where this variable is {@code 1} such a test fails. */
    static final String REQUIRED = "POSESCOPE_REQUIRE_DATA";

    private MissingData() {}

    /**
     * Skips the test, loudly, or fails it where data are required.
     *
     * @param message what is missing
     * @return never
     */
    public static <T> T skip(String message) {
        return skip(message, System.getenv());
    }

    static <T> T skip(String message, Map<String, String> environment) {
        if ("1".equals(environment.get(REQUIRED))) {
            throw new AssertionError(message + " (" + REQUIRED + " is 1)");
        }
        System.err.println(message);
        return Assumptions.abort(message);
    }
}
