package org.posescope.tensor.mxnet;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.posescope.error.UserException;
import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.NamedTensors;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.Quoted;
import org.posescope.tensor.ReadFailure;

/**
 * An open file of named arrays as {@code mxnet.nd.save}, {@code Block.save_parameters} and {@code Module.save_params} write them: a
 * magic number, a reserved word, the arrays, the names (apache/mxnet, {@code src/ndarray/ndarray.cc}, {@code NDArray::Save} of a
 * list). {@code arg:} and {@code aux:} before a name, with which modules tell weights from statistics, are left out. Whoever opens it
 * closes it, and nothing that came out of it may be read after.
 */
public final class MxnetParameters implements NamedTensors, AutoCloseable {
    private static final long MAGIC = 0x112;
    private static final int LONGEST_NAME = 1 << 12;
    /** Many times what any network has. */
    private static final int MOST_ARRAYS = 1 << 16;
    private static final List<String> KINDS = List.of("arg:", "aux:");

    private final Arena memory;
    private final Path file;
    private final Map<String, MxnetArray> arrays;

    private MxnetParameters(Arena memory, Path file, Map<String, MxnetArray> arrays) {
        this.memory = memory;
        this.file = file;
        this.arrays = arrays;
    }

    /**
     * Whether a file begins as such files do.
     *
     * @throws UserException when it cannot be read
     */
    public static boolean isIn(Path file) {
        ByteBuffer head = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (head.hasRemaining() && channel.read(head) >= 0) {
                // A channel may give less than is asked for.
            }
        } catch (IOException e) {
            throw ReadFailure.of(file, e);
        }
        return !head.hasRemaining() && head.getLong(0) == MAGIC;
    }

    /**
     * Opens a file and reads all but the arrays' elements.
     *
     * @throws UserException when it is missing, another one or damaged
     */
    public static MxnetParameters open(Path file) {
        Arena memory = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            MemorySegment bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), memory);
            return new MxnetParameters(memory, file, read(new Cursor(bytes)));
        } catch (IOException | MalformedDataException e) {
            memory.close();
            throw ReadFailure.of(file, e);
        } catch (RuntimeException | Error e) {
            memory.close();
            throw e;
        }
    }

    private static Map<String, MxnetArray> read(Cursor in) throws EOFException, MalformedDataException {
        if (in.int64() != MAGIC) {
            throw new MalformedDataException("it is no file of MXNet parameters");
        }
        in.int64();
        long count = in.int64();
        if (count < 0 || count > MOST_ARRAYS) {
            throw new MalformedDataException("it claims to hold " + Long.toUnsignedString(count) + " arrays");
        }
        List<MxnetArray> values = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            values.add(MxnetArray.read(in));
        }
        long names = in.int64();
        if (names != count) {
            throw new MalformedDataException(
                    "it has " + count + " arrays and " + Long.toUnsignedString(names) + " names");
        }
        Map<String, MxnetArray> arrays = new LinkedHashMap<>();
        for (MxnetArray value : values) {
            String name = name(in);
            if (arrays.putIfAbsent(name, value) != null) {
                throw new MalformedDataException("it has two arrays named " + Quoted.of(name));
            }
        }
        if (in.remaining() > 0) {
            throw new MalformedDataException("it goes on after its end by " + in.remaining() + " bytes");
        }
        return arrays;
    }

    private static String name(Cursor in) throws EOFException, MalformedDataException {
        long length = in.int64();
        if (length < 0 || length > LONGEST_NAME) {
            throw new MalformedDataException("it has a name of " + Long.toUnsignedString(length) + " bytes");
        }
        byte[] bytes = in.take(length).toArray(ValueLayout.JAVA_BYTE);
        String name = new String(bytes, StandardCharsets.UTF_8);
        return KINDS.stream().anyMatch(name::startsWith) ? name.substring(KINDS.getFirst().length()) : name;
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public Set<String> names() {
        return Collections.unmodifiableSet(arrays.keySet());
    }

    @Override
    public long[] shape(String name) {
        return array(name).shape();
    }

    @Override
    public NdArray read(String name) {
        try {
            return array(name).toArray();
        } catch (MalformedDataException e) {
            throw ReadFailure.of(file, name, e);
        }
    }

    private MxnetArray array(String name) {
        MxnetArray array = arrays.get(name);
        if (array == null) {
            throw new UserException(file + " has no array named " + Quoted.of(name) + ".");
        }
        return array;
    }

    @Override
    public void close() {
        memory.close();
    }
}
