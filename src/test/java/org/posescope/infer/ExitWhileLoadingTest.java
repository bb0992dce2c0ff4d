package org.posescope.infer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.model.NetworkRuntime;
import org.posescope.testkit.JavaProcess;
import org.posescope.testkit.OnnxFile;

/** ONNX Runtime takes its environment apart when a program ends. */
class ExitWhileLoadingTest {
    /** So many that the program ends before one of them is loaded. */
    private static final int OPERATIONS = 4000;

    @TempDir
    private Path folder;

    @Test
    void a_program_that_ends_while_networks_are_loaded_ends_well() throws Exception {
        List<String> options = List.of("-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=" + folder.resolve("crash.log"));

        assertThat(JavaProcess.output(System.getProperty("java.class.path"), options, Loading.class,
                longNetwork().toString())).isEqualTo("loaded");
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

    /** Loads a network again and again on two threads, and ends meanwhile. */
    static final class Loading {
        private Loading() {}

        public static void main(String[] arguments) throws InterruptedException {
            Path file = Path.of(arguments[0]);
            CountDownLatch loaded = new CountDownLatch(2);
            for (int thread = 0; thread < 2; thread++) {
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
            System.exit(0);
        }
    }
}
