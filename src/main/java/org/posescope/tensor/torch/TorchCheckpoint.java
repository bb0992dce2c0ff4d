package org.posescope.tensor.torch;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.posescope.error.UserException;
import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.ReadFailure;

/**
 * An open checkpoint: whatever {@code torch.save} wrote, in either of its formats. Nothing of the file is executed; a class that
 * is not known to be harmless is an error that names it. One thread uses it at a time; whoever opens it closes it, and nothing
 * that came out of it may be read after.
 */
public final class TorchCheckpoint implements AutoCloseable {
    private final Arena memory;
    private final Path file;
    private final Object value;

    private TorchCheckpoint(Arena memory, Path file, Object value) {
        this.memory = memory;
        this.file = file;
        this.value = value;
    }

    /**
     * Opens a file and reads all but the tensors' elements.
     *
     * @throws UserException when it is missing, no checkpoint, damaged, or needs a class that is not allowed
     */
    public static TorchCheckpoint open(Path file) {
        Arena memory = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() == 0) {
                throw new MalformedDataException("it is empty; get the file again");
            }
            MemorySegment bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), memory);
            Object value = ZipCheckpoint.begins(bytes)
                    ? ZipCheckpoint.read(bytes, channel)
                    : LegacyCheckpoint.read(bytes);
            return new TorchCheckpoint(memory, file, value);
        } catch (IOException | MalformedDataException e) {
            memory.close();
            throw ReadFailure.of(file, e);
        } catch (RuntimeException | Error e) {
            memory.close();
            throw e;
        }
    }

    /** What was saved, as {@link org.posescope.tensor.pickle} describes values; tensors are {@link TorchTensor}. */
    public Object value() {
        return value;
    }

    /**
     * The weights in it, wherever they are.
     *
     * @throws UserException when there are none
     */
    public StateDict stateDict() {
        return StateDict.find(file, value);
    }

    @Override
    public void close() {
        memory.close();
    }
}
