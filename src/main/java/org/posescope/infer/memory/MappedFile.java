package org.posescope.infer.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.posescope.error.UserException;
import org.posescope.error.WriteException;

/**
 * A file without a name that belongs to this process alone, as memory that can be given back while it is not read: the system reads
 * it again when somebody does. For what a library wants to have and hardly ever looks at, such as weights that it has rearranged.
 */
public final class MappedFile implements AutoCloseable {
    /** The same in Linux and macOS. */
    private static final int MADV_DONTNEED = 4;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment content;
    private final Path file;

    /** Writes what is to be in the file. */
    public interface Writing {
        void to(FileChannel channel) throws IOException;
    }

    /**
     * @throws UserException         when the system's folder for temporary files does not take it
     * @throws CancellationException when this thread was interrupted, which it is still then
     */
    public MappedFile(Writing writing) {
        try {
            file = Files.createTempFile("posescope", null);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE)) {
                writing.to(channel);
                content = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            }
        } catch (ClosedByInterruptException e) {
            arena.close();
            throw (CancellationException) new CancellationException("interrupted while weights were written")
                    .initCause(e);
        } catch (IOException e) {
            arena.close();
            throw WriteException.of("the folder for temporary files, " + System.getProperty("java.io.tmpdir")
                    + ", does not take the weights of a network (" + e.getMessage() + ")", e);
        } catch (RuntimeException | Error e) {
            arena.close();
            throw e;
        }
    }

    /** Read only, until this is closed. */
    public MemorySegment content() {
        return content;
    }

    /** Gives the memory back to the system, where that can be told so. */
    public void giveBack() {
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> madvise = linker.defaultLookup().find("madvise");
        if (madvise.isEmpty()) {
            return;
        }
        MethodHandle function = linker.downcallHandle(madvise.get(), FunctionDescriptor.of(ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT));
        try {
            int result = (int) function.invokeExact(content, content.byteSize(), MADV_DONTNEED);
            if (result != 0) {
                throw new IllegalStateException("madvise gives " + result);
            }
        } catch (Throwable e) {
            throw new IllegalStateException("memory could not be given back", e);
        }
    }

    @Override
    public void close() {
        arena.close();
        try {
            // Where a file that is mapped cannot be deleted.
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
