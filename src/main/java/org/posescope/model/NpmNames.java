package org.posescope.model;

import java.util.regex.Pattern;

/** Names and versions of npm packages. They become an argument of another program, so nothing but their plain form is taken. */
final class NpmNames {
    private static final Pattern NAME = Pattern.compile("(@[a-z0-9][a-z0-9._-]*/)?[a-z0-9][a-z0-9._-]*");
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+(-[0-9A-Za-z.-]+)?");

    private NpmNames() {}

    /** @throws IllegalArgumentException when it is no name of a package, or no exact version */
    static void require(String name, String version) {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not the name of an npm package: " + name);
        }
        if (version == null || !VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException("not an exact version: " + version);
        }
    }
}
