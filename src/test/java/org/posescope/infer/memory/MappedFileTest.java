package org.posescope.infer.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.posescope.error.WriteException;

class MappedFileTest {
    @Test
    void what_was_given_back_can_still_be_read() {
        byte[] bytes = {1, 2, 3, 4, 5};
        try (MappedFile file = new MappedFile(channel -> channel.write(ByteBuffer.wrap(bytes)))) {
            file.giveBack();

            assertThat(file.content().toArray(ValueLayout.JAVA_BYTE)).containsExactly(bytes);
        }
    }

    @Test
    void a_full_disk_is_told_of_the_folder_that_is_full_and_not_of_the_model() {
        assertThatThrownBy(() -> new MappedFile(channel -> {
            throw new IOException("No space left on device");
        })).isInstanceOf(WriteException.class).hasMessage("the folder for temporary files, "
                + System.getProperty("java.io.tmpdir")
                + ", does not take the weights of a network (No space left on device)");
    }

    @Test
    void a_thread_that_is_interrupted_was_cancelled_and_lacks_no_room() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> new MappedFile(channel -> channel.write(ByteBuffer.wrap(new byte[] {1}))))
                    .isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).as("still interrupted").isTrue();
        }
    }
}
