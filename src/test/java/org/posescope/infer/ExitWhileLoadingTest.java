package org.posescope.infer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.model.NetworkRuntime;
import org.posescope.testkit.JavaProcess;
import org.posescope.testkit.OnnxFile;

/** ONNX Runtime is taken apart when a program ends. */
class ExitWhileLoadingTest {
    /** So many that the program ends before one of them is loaded. */
    private static final int OPERATIONS = 4000;
    private static final int THREADS = 8;

    @TempDir
    private Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_program_that_ends_while_networks_are_loaded_ends_well() throws Exception {
        Path crash = folder.resolve("crash.log");
        List<String> options = List.of("-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=" + crash);

        assertThat(JavaProcess.output(SlowEnd.STATUS, System.getProperty("java.class.path"), options, Loading.class,
                longNetwork().toString())).isEqualTo("loaded");
        assertThat(crash).doesNotExist();
    }

    private Path longNetwork() throws IOException {
        Path file = folder.resolve("long.onnx");
        OnnxFile network = new OnnxFile().input("x0", OnnxFile.FLOAT, 2);
        for (int i = 0; i < OPERATIONS; i++) {
            network.node("Sin", "x" + (i + 1), "x" + i);
        }
        network.output("x" + OPERATIONS, OnnxFile.FLOAT, 2).write(file);
        return file;
    }

    /** Loads a network again and again on some threads, and ends meanwhile. */
    static final class Loading {
        private Loading() {}

        public static void main(String[] arguments) throws Throwable {
            SlowEnd.register();
            Path file = Path.of(arguments[0]);
            CountDownLatch loaded = new CountDownLatch(THREADS);
            for (int thread = 0; thread < THREADS; thread++) {
                Thread.ofPlatform().daemon().start(() -> {
                    while (true) {
                        Sessions.open(ConvRelu.model(NetworkRuntime.ONNXRUNTIME, file), SessionOptions.onCpu(1))
                                .close();
                        loaded.countDown();
                    }
                });
            }
            loaded.await();
            System.out.print("loaded");
            System.out.flush();
            System.exit(SlowEnd.STATUS);
        }
    }

    /** Lets a process live for some seconds after the libraries loaded later are taken apart, so that what uses them is seen. */
    private static final class SlowEnd {
        /** The seconds, because {@code on_exit} hands the status to {@code sleep}. */
        private static final int STATUS = 2;

        private SlowEnd() {}

        private static void register() throws Throwable {
            SymbolLookup library = Linker.nativeLinker().defaultLookup();
            int refused = (int) Linker.nativeLinker()
                    .downcallHandle(library.findOrThrow("on_exit"),
                            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS))
                    .invoke(library.findOrThrow("sleep"), MemorySegment.NULL);
            assertThat(refused).isZero();
        }
    }
}
