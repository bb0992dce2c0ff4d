package org.posescope.workshop.body.makehuman;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * MakeHuman's file of targets: one row for each in the order of their sorted names, x, y, z of each vertex of the base mesh as
 * little-endian int16, in steps of a {@value #STEPS_PER_METRE}th of a metre.
 */
final class TargetFile {
    static final int STEPS_PER_METRE = 10_000;

    private static final String FOLDER = "data/targets/";
    private static final String SUFFIX = ".target";

    private TargetFile() {}

    /**
     * The rows of a folder.
     *
     * @param folder below that of all targets, ending with a slash
     * @return by path below the folder, without suffix
     */
    static Map<String, short[]> below(String folder, MakeHumanFiles files) {
        String start = FOLDER + folder;
        try (FileChannel channel = FileChannel.open(files.targets())) {
            List<String> names = new ArrayList<>();
            new ObjectMapper().readTree(files.targetNames().toFile()).get("targets").fieldNames()
                    .forEachRemaining(names::add);
            Collections.sort(names);
            Map<String, short[]> rows = new HashMap<>();
            for (int row = 0; row < names.size(); row++) {
                String name = names.get(row);
                if (name.startsWith(start)) {
                    rows.put(name.substring(start.length(), name.length() - SUFFIX.length()), row(channel, row));
                }
            }
            return rows;
        } catch (IOException e) {
            throw MakeHumanFiles.unreadable(files.targets(), e);
        }
    }

    private static short[] row(FileChannel channel, int row) throws IOException {
        short[] values = new short[3 * BaseMesh.VERTICES];
        ByteBuffer bytes = ByteBuffer.allocate(Short.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        long start = (long) row * bytes.capacity();
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, start + bytes.position()) < 0) {
                throw new IOException("the targets end early");
            }
        }
        bytes.flip().asShortBuffer().get(values);
        return values;
    }
}
