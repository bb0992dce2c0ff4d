package org.posescope.infer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.model.NetworkRuntime;
import org.posescope.testkit.JavaProcess;

/** ONNX Runtime takes its environment apart when a program ends. */
class ExitWhileLoadingTest {
    @TempDir
    private Path folder;

    @Test
    void a_program_that_ends_while_networks_are_loaded_ends_well() throws Exception {
        Path file = new ConvRelu().onnx(folder).path();

        assertThat(JavaProcess.output(System.getProperty("java.class.path"), List.of("-XX:-CreateCoredumpOnCrash"),
                Loading.class, file.toString())).isEqualTo("loaded");
    }

    /** Loads a network again and again on two threads, and ends meanwhile. */
    static final class Loading {
        private Loading() {}

        public static void main(String[] arguments) throws InterruptedException {
            Path file = Path.of(arguments[0]);
            CountDownLatch loaded = new CountDownLatch(4);
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
