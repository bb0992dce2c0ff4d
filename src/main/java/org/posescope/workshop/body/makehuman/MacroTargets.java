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

import org.posescope.body.math.Vec3;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * MakeHuman's macro targets: how each vertex of the base mesh moves when the body becomes another sex, age, weight and so on. The
 * file has one row for each target in the order of their sorted names: x, y, z of each vertex as little-endian int16, in steps of
 * a {@value #STEPS_PER_METRE}th of a metre.
 */
public final class MacroTargets {
    private static final String FOLDER = "data/targets/macrodetails/";
    private static final String SUFFIX = ".target";
    private static final int STEPS_PER_METRE = 10_000;

    private final Map<String, short[]> rows;

    private MacroTargets(Map<String, short[]> rows) {
        this.rows = rows;
    }

    /** Reads the targets. */
    public static MacroTargets read(MakeHumanFiles files) {
        try (FileChannel channel = FileChannel.open(files.targets())) {
            List<String> names = new ArrayList<>();
            new ObjectMapper().readTree(files.targetNames().toFile()).get("targets").fieldNames()
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

    /**
     * Adds a share of a target to a body.
     *
     * @param name path below the folder of the macro targets, without its suffix
     * @param body all vertices of the base mesh, changed in place
     */
    void add(String name, double share, Vec3[] body) {
        short[] row = rows.get(name);
        if (row == null) {
            throw new IllegalArgumentException("MakeHuman has no macro target " + name);
        }
        double scale = share / STEPS_PER_METRE;
        for (int v = 0; v < body.length; v++) {
            body[v] = body[v].plus(scale, new Vec3(row[3 * v], row[3 * v + 1], row[3 * v + 2]));
        }
    }
}
