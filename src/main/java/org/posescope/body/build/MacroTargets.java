package org.posescope.body.build;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.posescope.error.UserException;

/**
 * MakeHuman's macro targets: how each vertex of the base mesh moves when the body becomes another sex, age, weight and so on.
 * The file holds one row a target, int16 x 3 a vertex, in 1/{@value #STEPS_PER_METRE} m, rows in the order of the target's sorted names.
 */
final class MacroTargets {
    private static final String FOLDER = "data/targets/macrodetails/";
    private static final String SUFFIX = ".target";
    private static final int STEPS_PER_METRE = 10_000;

    private final Map<String, short[]> rows;

    private MacroTargets(Map<String, short[]> rows) {
        this.rows = rows;
    }

    static MacroTargets read(MakeHumanFiles files) {
        try (FileChannel channel = FileChannel.open(files.file(MakeHumanFiles.TARGETS))) {
            List<String> names = new ArrayList<>();
            new ObjectMapper().readTree(files.file(MakeHumanFiles.TARGET_NAMES).toFile()).get("targets").fieldNames()
                    .forEachRemaining(names::add);
            Collections.sort(names);
            Map<String, short[]> rows = new HashMap<>();
            for (int row = 0; row < names.size(); row++) {
                String name = names.get(row);
                if (name.startsWith(FOLDER)) {
                    rows.put(name.substring(FOLDER.length(), name.length() - SUFFIX.length()), row(channel, row));
                }
            }
            return new MacroTargets(rows);
        } catch (IOException e) {
            throw new UserException("Cannot read the body targets: " + e.getMessage(), e);
        }
    }

    private static short[] row(FileChannel channel, int row) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(BaseMesh.VERTICES * 3 * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        long start = (long) row * bytes.capacity();
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, start + bytes.position()) < 0) {
                throw new IOException("targets end early");
            }
        }
        ShortBuffer numbers = bytes.flip().asShortBuffer();
        short[] values = new short[numbers.remaining()];
        numbers.get(values);
        return values;
    }

    /** Adds some of a target to a body. */
    void add(String name, double share, Vec3[] body) {
        short[] row = rows.get(name);
        if (row == null) {
            throw new IllegalArgumentException("the package has no target " + name);
        }
        double s = share / STEPS_PER_METRE;
        for (int v = 0; v < body.length; v++) {
            body[v] = body[v].plus(s, new Vec3(row[3 * v], row[3 * v + 1], row[3 * v + 2]));
        }
    }
}
