package org.posescope.cli;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.posescope.error.UserException;
import org.posescope.model.NetworkRuntime;

/** Names of runtimes on the command line and in reports. */
final class RuntimeNames {
    private RuntimeNames() {}

    static String of(NetworkRuntime runtime) {
        return runtime.label();
    }

    static void require(String name) {
        if (Arrays.stream(NetworkRuntime.values()).noneMatch(runtime -> of(runtime).equals(name))) {
            throw new UserException("no engine is named " + name + "; there are auto, "
                    + Arrays.stream(NetworkRuntime.values()).map(RuntimeNames::of).collect(Collectors.joining(", ")));
        }
    }
}
