package org.posescope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.testkit.JavaProcess;

/** Idle threads of PyTorch sleep, because the environment says so before any other thread could read it. */
class OpenMpPolicyTest {
    private static final String POLICY = "OMP_WAIT_POLICY";

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_program_that_was_not_started_by_a_launcher_sets_it_before_it_knows_what_it_shall_do() throws Exception {
        assertThat(policyOf(environment -> environment.remove(POLICY))).isEqualTo("PASSIVE");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void what_the_user_sets_stays() throws Exception {
        assertThat(policyOf(environment -> environment.put(POLICY, "ACTIVE"))).isEqualTo("ACTIVE");
    }

    private static String policyOf(Consumer<Map<String, String>> environment) throws Exception {
        return JavaProcess.output(environment, System.getProperty("java.class.path"), List.of(), Probe.class).lines()
                .toList().getLast();
    }

    @ParameterizedTest
    @ValueSource(strings = {"posescope", "posescope.bat"})
    void a_launcher_sets_it_unless_the_user_has(String launcher) throws IOException {
        assertThat(Files.readString(Path.of("packaging", "bin", launcher))).containsAnyOf(
                "export " + POLICY + "=\"${" + POLICY + ":-PASSIVE}\"",
                "if not defined " + POLICY + " set \"" + POLICY + "=PASSIVE\"");
    }

    /** Runs the program with nothing to do, and prints at its end what native libraries would read. */
    public static final class Probe {
        private Probe() {}

        public static void main(String[] arguments) {
            PrintStream out = System.out;
            Runtime.getRuntime().addShutdownHook(new Thread(() -> print(out), "print-policy"));
            Main.main(new String[] {"--version"});
        }

        private static void print(PrintStream out) {
            Linker linker = Linker.nativeLinker();
            MethodHandle getenv = linker.downcallHandle(linker.defaultLookup().findOrThrow("getenv"),
                    FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS));
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment value = (MemorySegment) getenv.invokeExact(arena.allocateFrom(POLICY));
                out.println(
                        value.address() == 0 ? "none" : value.reinterpret(Long.MAX_VALUE).getString(0));
            } catch (Throwable e) {
                throw new AssertionError(e);
            }
        }
    }
}
