package org.posescope.testkit;

import java.util.Map;

import org.opentest4j.TestAbortedException;

/** What becomes of a test whose data, model or npm package cannot be had. */
public final class MissingData {
    /** Where this variable is {@code 1} such a test fails. */
    static final String REQUIRED = "POSESCOPE_REQUIRE_DATA";

    private MissingData() {}

    /**
     * Says aloud what is missing.
     *
     * @return to be thrown; skips the test
     * @throws AssertionError where data are required
     */
    public static TestAbortedException skip(String message) {
        return skip(message, System.getenv());
    }

    static TestAbortedException skip(String message, Map<String, String> environment) {
        if ("1".equals(environment.get(REQUIRED))) {
            throw new AssertionError(message + " (" + REQUIRED + " is 1)");
        }
        System.err.println(message);
        return new TestAbortedException(message);
    }
}
