package org.posescope.batch;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How this program is started once more. */
public final class ThisProgram {
    private static final String MAIN = "org.posescope.Main";

    private ThisProgram() {}

    /**
     * The command without arguments: the installed program itself, or else Java with the options and classes of this process.
     *
     * @throws IllegalStateException when the system does not tell
     */
    public static List<String> command() {
        String program = ProcessHandle.current().info().command()
                .orElseThrow(() -> new IllegalStateException("the system does not tell what program this is"));
        if (!Path.of(program).getFileName().toString().matches("java(\\.exe)?")) {
            return List.of(program);
        }
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
        return command;
    }
}
