package org.posescope.installer;

import java.util.List;
import java.util.spi.ToolProvider;

/** Runs tools of the JDK that this build runs on. */
final class JdkTool {
    private JdkTool() {}

    /** @throws IllegalStateException when this JDK lacks the tool, or it fails */
    static void run(String name, List<String> arguments) {
        ToolProvider tool = ToolProvider.findFirst(name)
                .orElseThrow(() -> new IllegalStateException("this JDK has no " + name));
        int status = tool.run(System.out, System.err, arguments.toArray(String[]::new));
        if (status != 0) {
            throw new IllegalStateException(name + " ended with status " + status);
        }
    }
}
