package org.posescope.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** A shell script in place of npm, for systems with a POSIX shell. It notes how it was called. */
public final class FakeNpm {
    private final Path executable;
    private final Path calls;

    /**
     * @param folder that becomes part of a PATH
     * @param body   shell lines; {@code $5} is the folder that the package has to be put into
     */
    public FakeNpm(Path folder, String body) throws IOException {
        Files.createDirectories(folder);
        calls = folder.resolve("calls");
        executable = Files.writeString(folder.resolve("npm"),
                "#!/bin/sh\necho \"$@\" >>'" + calls + "'\n" + body + "\n");
        Files.setPosixFilePermissions(executable, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** One that gives a package. */
    public static FakeNpm giving(Path tarball, Path folder) throws IOException {
        return new FakeNpm(folder, "cp '" + tarball + "' \"$5\"/package.tgz");
    }

    public Path executable() {
        return executable;
    }

    /** The arguments of every call so far. */
    public List<String> calls() throws IOException {
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }
}
